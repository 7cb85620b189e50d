// Opens the list behind a number of a matrix, or behind an arrow between two areas, beside the page.
//
// Without this script each of them is a link to that list further down. What the panel shows is copied from there, so
// that both always say the same; the address names the list, so that it can be sent to somebody.
"use strict";

(() => {
  /** The hand-offs that a link stands for: ids from its data, or the one that it leads to. */
  function idsBehind(link) {
    if (link.dataset.shows !== undefined) return link.dataset.shows.split(" ").filter(Boolean);
    const href = link.getAttribute("href") || link.getAttribute("xlink:href") || "";
    return href.startsWith("#") ? [href.slice(1)] : [];
  }

  /** A copy of a group, or of the one hand-off whose body was asked for; open and without ids. */
  function copyOf(element) {
    const copy = (element.closest(".pm-handoff") || element).cloneNode(true);
    for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
    for (const each of [copy, ...copy.querySelectorAll("details")]) if (each.matches("details")) each.open = true;
    return copy;
  }

  function titleOf(link) {
    const title = link.getAttribute("aria-label") || link.getAttribute("title") || link.getAttribute("xlink:title");
    return title || link.textContent.trim();
  }

  function show(panel, link, found) {
    panel.querySelector(".pm-panel__title").textContent = titleOf(link);
    const list = panel.querySelector(".pm-panel__list");
    list.replaceChildren(...found.map(copyOf));
    list.scrollTop = 0;
    const anchor = `#${found[0].id}`;
    panel.querySelector("[data-list]").setAttribute("href", anchor);
    if (found.length === 1) history.replaceState(history.state, "", anchor);
    panel.showModal();
    panel.querySelector(".pm-panel__title").focus();
  }

  function setUp(panel) {
    const page = panel.closest(".md-content") || document.body;
    page.addEventListener("click", (event) => {
      const link = event.target.closest(".pm-count, .pm-diagram[data-diagram='areas'] .edge a");
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      const found = idsBehind(link).map((id) => document.getElementById(id)).filter(Boolean);
      if (!found.length) return;
      event.preventDefault();
      event.stopPropagation(); // Material would take the page to the anchor
      show(panel, link, found);
    });
    panel.addEventListener("click", (event) => {
      // A link of the panel leads away from it, also to another part of this page.
      if (event.target === panel || event.target.closest("[data-close], a[href]")) panel.close();
    });
  }

  function openList(narrow) {
    const list = document.querySelector(".pm-pairs");
    if (list && narrow.matches) list.open = true;
  }

  /** What the address names lies open: a hand-off, or all of a pair of areas. */
  function openTarget() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target || !document.getElementById("handoff-panel")) return;
    const list = target.closest(".pm-pairs") || target.closest(".pm-handoff");
    if (list) list.open = true;
    if (target.matches(".pm-pair")) for (const each of target.querySelectorAll(".pm-handoff")) each.open = true;
    if (list || target.matches(".pm-pair")) target.scrollIntoView();
  }

  function setUpPage() {
    const panel = document.querySelector("#handoff-panel:not([data-ready])");
    if (!panel) return;
    panel.dataset.ready = "";
    setUp(panel);
    openList(window.matchMedia("(max-width: 44.9em)"));
    openTarget();
  }

  window.addEventListener("hashchange", openTarget);

  // At once, and again when Material's instant navigation has changed the page; in a folder `document$` stays silent.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
  window.document$?.subscribe(setUpPage);
})();

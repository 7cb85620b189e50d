// Opens the list behind a number of a matrix, or behind an arrow between two areas, beside the page.
//
// Without this script each of them is a link to that list, on this page or on the page of all hand-offs. What the panel
// shows is copied from there, so that both always say the same; the address names it, so that it can be sent to
// somebody. Where a page may not read another one (a folder opened without a server), the link is followed.
"use strict";

(() => {
  const pages = new Map();

  /** The page that holds the list: this one, or the one that the panel names, read once. */
  async function pageWith(panel, ids) {
    if (ids.every((id) => document.getElementById(id))) return { root: document, base: location.href };
    const address = new URL(panel.dataset.source, location.href).href;
    if (!pages.has(address)) {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.statusText);
      pages.set(address, new DOMParser().parseFromString(await answer.text(), "text/html"));
    }
    return { root: pages.get(address), base: address };
  }

  /** The hand-offs that a link stands for: ids from its data, or the one that it leads to. */
  function idsBehind(link) {
    if (link.dataset.shows !== undefined) return link.dataset.shows.split(" ").filter(Boolean);
    return [addressOf(link).split("#")[1]].filter(Boolean);
  }

  function addressOf(link) {
    return link.getAttribute("href") || link.getAttributeNS("http://www.w3.org/1999/xlink", "href") || "";
  }

  function titleOf(link) {
    return link.getAttribute("aria-label") || link.getAttributeNS("http://www.w3.org/1999/xlink", "title") || link.textContent;
  }

  /** A copy of a group, or of the one hand-off whose body was asked for; open, without ids, its links from here. */
  function copyOf(element, base) {
    const copy = document.importNode(element.closest(".pm-handoff") || element, true);
    for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
    for (const each of [copy, ...copy.querySelectorAll("details")]) if (each.matches("details")) each.open = true;
    for (const each of copy.querySelectorAll("a[href]")) each.href = new URL(each.getAttribute("href"), base).href;
    return copy;
  }

  async function show(panel, link) {
    const ids = idsBehind(link);
    const { root, base } = await pageWith(panel, ids);
    const found = ids.map((id) => root.getElementById(id)).filter(Boolean);
    if (!found.length) throw new Error("the list is not there");
    panel.querySelector(".pm-panel__title").textContent = titleOf(link);
    const list = panel.querySelector(".pm-panel__list");
    list.replaceChildren(...found.map((element) => copyOf(element, base)));
    panel.querySelector("[data-list]").href = new URL(`#${found[0].id}`, base).href;
    if (ids.length === 1) history.replaceState(history.state, "", `#${ids[0]}`);
    if (!panel.open) panel.showModal();
    list.scrollTop = 0;
    panel.querySelector(".pm-panel__title").focus();
  }

  function open(panel, link) {
    show(panel, link).catch(() => location.assign(new URL(addressOf(link), location.href)));
  }

  function setUp(panel) {
    const page = panel.closest(".md-content") || document.body;
    page.addEventListener("click", (event) => {
      const link = event.target.closest(".pm-count, .pm-diagram[data-diagram='areas'] .pm-edge a");
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      event.stopPropagation(); // Material would go to the list
      open(panel, link);
    });
    panel.addEventListener("click", (event) => {
      // A link of the panel leads away from it, also to another part of this page.
      if (event.target === panel || event.target.closest("[data-close], a[href]")) panel.close();
    });
  }

  /** What the address names lies open: a hand-off, all of a pair of areas, or the panel behind a number. */
  function openTarget(panel) {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const link = id && !target && panel && document.querySelector(`.pm-count[data-shows="${CSS.escape(id)}"]`);
    if (link) open(panel, link);
    if (!target) return;
    const list = target.closest(".pm-pairs") || target.closest(".pm-handoff");
    if (list) list.open = true;
    if (target.matches(".pm-pair")) for (const each of target.querySelectorAll(".pm-handoff")) each.open = true;
    if (list || target.matches(".pm-pair")) target.scrollIntoView();
  }

  function setUpPage() {
    const panel = document.querySelector("#handoff-panel");
    if (panel && panel.dataset.ready === undefined) {
      panel.dataset.ready = "";
      setUp(panel);
    }
    const list = document.querySelector(".pm-pairs");
    if (list && window.matchMedia("(max-width: 44.9em)").matches) list.open = true;
    if (!panel?.open) openTarget(panel);
  }

  window.addEventListener("hashchange", () => openTarget(document.querySelector("#handoff-panel:not([open])")));

  // At once, and again when Material's instant navigation has changed the page; in a folder `document$` stays silent.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
  window.document$?.subscribe(setUpPage);
})();

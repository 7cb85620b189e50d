// The role that the reader follows: one choice for the whole site, in the bar of every page.
//
// It comes from `?role=ROL-…` in the address, from a chooser or a picture on the page, or from what was chosen before.
// What belongs to other roles steps back: in lists and tables whatever carries `data-roles`, and in pictures, which
// hear of the choice by the event `processmap:role` and ask for another one by `processmap:choose-role`. A list in which
// the role does not occur at all stays as it is. Without this script everything is shown alike.
"use strict";

(() => {
  const KEY = "processmap-role";
  const site = window.processmap;
  if (!site) return;
  const root = new URL("../../", document.currentScript.src);
  const known = new Map(site.roles.flatMap((group) => group.roles.map((role) => [role.id, role])));
  let chosen = "";

  /** Remembers a choice, empty for none, and shows it. */
  function choose(role) {
    remember(role);
    const address = new URL(location.href);
    if (role) address.searchParams.set("role", role);
    else address.searchParams.delete("role");
    history.replaceState(history.state, "", address);
    show(role);
  }

  function show(role) {
    chosen = role;
    showInBar();
    showLine();
    showInLists();
    for (const mark of document.querySelectorAll("[data-yours]")) mark.hidden = mark.dataset.yours !== role;
    for (const button of document.querySelectorAll("button[data-choose-role]")) {
      button.hidden = button.dataset.chooseRole === role;
    }
    document.dispatchEvent(new CustomEvent("processmap:role", { detail: role }));
  }

  // --- The control in the bar

  function showInBar() {
    const header = document.querySelector(".md-header__inner");
    if (!header || !known.size) return;
    const control = header.querySelector(".pm-role") ?? made(header);
    control.querySelector("select").value = chosen;
    control.classList.toggle("pm-role--on", Boolean(chosen));
  }

  function made(header) {
    const control = document.createElement("label");
    control.className = "pm-role";
    control.title = site.texts.label;
    const icon = document.createElement("span");
    icon.className = "pm-icon pm-icon--role";
    icon.setAttribute("aria-hidden", "true");
    const select = document.createElement("select");
    select.setAttribute("aria-label", site.texts.label);
    select.add(new Option(site.texts.none, ""));
    for (const group of site.roles) {
      const area = document.createElement("optgroup");
      area.label = group.area;
      area.append(...group.roles.map((role) => new Option(role.name, role.id)));
      select.append(area);
    }
    select.addEventListener("change", () => choose(select.value));
    control.append(icon, select);
    header.insertBefore(control, header.querySelector(".md-search, [for='__search'], .md-header__option"));
    return control;
  }

  // --- The line that says whose view this is, and how to leave it

  function showLine() {
    document.querySelector(".pm-followed")?.remove();
    const main = document.querySelector(".md-main");
    if (!chosen || !main) return;
    const role = known.get(chosen);
    const line = document.createElement("aside");
    line.className = "pm-followed";
    line.setAttribute("aria-label", site.texts.label);
    const inner = document.createElement("div");
    inner.className = "pm-followed__inner md-grid";
    const icon = document.createElement("span");
    icon.className = "pm-icon pm-icon--role";
    icon.setAttribute("aria-hidden", "true");
    const said = document.createElement("span");
    said.append(`${site.texts.following} `, Object.assign(document.createElement("strong"), { textContent: role.name }));
    const own = Object.assign(document.createElement("a"), {
      href: new URL(role.href, root).href,
      textContent: site.texts.page,
    });
    const clear = Object.assign(document.createElement("button"), { type: "button", textContent: site.texts.clear });
    clear.addEventListener("click", () => {
      choose("");
      document.querySelector(".pm-role select")?.focus();
    });
    inner.append(icon, said, ...(own.href === location.href.split(/[?#]/)[0] ? [] : [own]), clear);
    line.append(inner);
    main.before(line);
  }

  // --- Lists

  function showInLists() {
    const lists = new Map();
    for (const item of document.querySelectorAll(".md-content [data-roles]:not(select, .d-node)")) {
      const list = item.closest("[data-role-scope]") ?? item.closest("tbody, svg, .pm-list, .pm-cards, .pm-chain");
      lists.set(list, [...(lists.get(list) ?? []), item]);
    }
    for (const items of lists.values()) {
      const isOthers = (item) => !item.dataset.roles.split(" ").includes(chosen);
      const isAbout = Boolean(chosen) && !items.every(isOthers);
      for (const item of items) item.classList.toggle("pm-dim", isAbout && isOthers(item));
    }
  }

  // --- Memory: a page opened from a folder, or a strict browser, may have none. Then it lasts as long as the page.

  function asked() {
    const wanted = new URLSearchParams(location.search).get("role");
    if (wanted !== null) {
      if (known.has(wanted) || !wanted) remember(wanted);
      if (known.has(wanted)) return wanted;
      if (!wanted) return "";
    }
    const before = remembered();
    return known.has(before) ? before : "";
  }

  function remembered() {
    try {
      return localStorage.getItem(KEY) ?? chosen;
    } catch {
      return chosen;
    }
  }

  function remember(role) {
    try {
      localStorage.setItem(KEY, role);
    } catch {
      return;
    }
  }

  document.addEventListener("processmap:choose-role", (event) => choose(event.detail));
  // Links of a chooser lead to the role's page, which reads the choice from memory or from `chosen`.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-choose-role]");
    if (!link) return;
    if (link.tagName === "BUTTON") choose(link.dataset.chooseRole);
    else {
      chosen = link.dataset.chooseRole;
      remember(chosen);
      link.search = new URLSearchParams({ role: chosen });
    }
  }, true);

  function setUpPage() {
    show(asked());
  }

  // At once, and again when Material's instant navigation has changed the page; in a folder `document$` stays silent.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
  window.document$?.subscribe(setUpPage);
})();

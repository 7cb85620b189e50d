// Narrows lists down: by words typed, and by chips pressed. Chips of one property widen each other, those of different
// properties narrow each other down. Groups without a row left are hidden. Without this script the lists are complete.
"use strict";

(() => {
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function setUp(filter) {
    const list = document.querySelector(filter.dataset.filter);
    const input = filter.querySelector("input");
    if (!list || !input) return;
    const items = [...list.querySelectorAll(".pm-list > .pm-card, [data-item]")].map((element) => ({
      element,
      words: folded(`${element.textContent} ${element.closest("[data-words]")?.dataset.words ?? ""}`),
      facets: (element.dataset.facets ?? "").split("|"),
    }));
    const groups = [...list.querySelectorAll(".pm-group")].reverse(); // inner ones before those around them
    const count = filter.querySelector("output");
    const none = filter.querySelector(".pm-filter__none");

    function apply() {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      const wanted = [...filter.querySelectorAll(".pm-filter__facet")].map((facet) => (
        [...facet.querySelectorAll("[aria-pressed='true']")].map((button) => button.dataset.facet)
      )).filter((values) => values.length);
      let shown = 0;
      for (const item of items) {
        const fits = words.every((word) => item.words.includes(word))
          && wanted.every((values) => values.some((value) => item.facets.includes(value)));
        item.element.hidden = !fits;
        shown += fits;
      }
      const isNarrow = words.length > 0 || wanted.length > 0;
      for (const group of groups) {
        group.hidden = isNarrow && !group.querySelector(":is(.pm-list > .pm-card, [data-item]):not([hidden])");
      }
      if (count) count.textContent = count.dataset.text.replace("{shown}", shown).replace("{all}", items.length);
      if (none) none.hidden = shown > 0;
    }

    function clear() {
      input.value = "";
      for (const button of filter.querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", "false");
      apply();
    }

    filter.addEventListener("input", apply);
    filter.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.hasAttribute("data-clear")) {
        clear();
        input.focus();
      } else {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        apply();
      }
    });
    filter.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === input) {
        event.preventDefault();
        list.querySelector(".pm-list > .pm-card:not([hidden]), [data-item]:not([hidden]) a")?.focus();
      }
    });
    filter.hidden = items.length < 2; // nothing to narrow down
    apply();
  }

  function setUpPage() {
    for (const filter of document.querySelectorAll("div[data-filter]:not([data-ready])")) {
      filter.dataset.ready = "";
      setUp(filter);
    }
    // Names that Material leaves out, or gives twice.
    document.querySelector(".md-search:not([aria-label])")?.setAttribute("aria-label", window.processmap.texts.search);
    document.querySelector(".md-path")?.setAttribute("aria-label", window.processmap.texts.path);
    // The large search box of the home page is the one of the bar.
    for (const button of document.querySelectorAll("[data-find][hidden]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        document.querySelector("#__search")?.click();
        setTimeout(() => document.querySelector(".md-search__input")?.focus(), 50);
      });
    }
    // A chooser that opens takes the first key at once.
    for (const details of document.querySelectorAll(".pm-chooser:not([data-ready])")) {
      details.dataset.ready = "";
      details.addEventListener("toggle", () => {
        if (details.open && matchMedia("(hover: hover)").matches) details.querySelector("input")?.focus();
      });
      details.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !details.open) return;
        details.open = false;
        details.querySelector("summary").focus();
      });
    }
  }

  // At once, and again when Material's instant navigation has changed the page; in a folder `document$` stays silent.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
  window.document$?.subscribe(setUpPage);
})();

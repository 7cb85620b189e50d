// Filters and sorts a long list. Around the table stands <div data-sift> with a hidden form of tools; headings marked
// data-choose get a choice among the values of their column, headings marked data-sort become buttons.
//
// Without this script the list is there whole, in its own order. A link to a row clears the filters that hide it.
"use strict";

(() => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const textOf = (cell) => cell.textContent.trim().replace(/\s+/g, " ");
  const keyOf = (cell) => cell.querySelector("time")?.dateTime ?? textOf(cell);

  function setUp(frame) {
    const tools = frame.querySelector("form");
    const table = frame.querySelector("table");
    if (!tools || !table) return;
    const body = table.tBodies[0];
    const headings = [...table.tHead.rows[0].cells];
    const rows = [...body.rows];
    const lines = rows.map((row) => ({ row, words: plain(row.textContent), cells: [...row.cells] }));
    const search = tools.querySelector("input");
    const count = tools.querySelector("output");
    const order = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true, sensitivity: "base" });
    const choices = headings.flatMap((heading, column) => ("choose" in heading.dataset ? [choiceFor(heading, column)] : []));

    /** A choice among the values of a column; a cell with several links offers each of them. */
    function choiceFor(heading, column) {
      const label = document.createElement("label");
      const name = document.createElement("span");
      const select = document.createElement("select");
      name.textContent = textOf(heading);
      const values = new Set(lines.flatMap(({ cells }) => valuesOf(cells[column])));
      select.add(new Option(tools.dataset.all, ""));
      for (const value of [...values].sort(order.compare)) select.add(new Option(value));
      label.append(name, select);
      tools.insertBefore(label, tools.querySelector("button"));
      return { column, select };
    }

    function valuesOf(cell) {
      const parts = [...cell.querySelectorAll("a, .pm-chip")];
      return (parts.length ? parts.map(textOf) : [textOf(cell)]).filter(Boolean);
    }

    function update() {
      const wanted = plain(search.value.trim()).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, words, cells } of lines) {
        const fits = wanted.every((word) => words.includes(word))
          && choices.every(({ column, select }) => !select.value || valuesOf(cells[column]).includes(select.value));
        row.hidden = !fits;
        shown += fits;
      }
      count.textContent = shown ? tools.dataset.shown.replace("{shown}", shown).replace("{all}", lines.length) : tools.dataset.none;
      tools.querySelector("button").hidden = shown === lines.length;
    }

    function sortBy(heading, column) {
      const isDown = heading.getAttribute("aria-sort") === "ascending";
      for (const each of headings) each.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const compare = (one, other) => {
        const [a, b] = [keyOf(one.cells[column]), keyOf(other.cells[column])];
        if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1); // what is empty comes last in either direction
        return isDown ? order.compare(b, a) : order.compare(a, b);
      };
      body.append(...[...lines].sort(compare).map(({ row }) => row));
    }

    headings.forEach((heading, column) => {
      if (!("sort" in heading.dataset)) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = textOf(heading);
      button.title = tools.dataset.sort.replace("{column}", button.textContent);
      button.addEventListener("click", () => sortBy(heading, column));
      heading.replaceChildren(button);
    });
    const reveal = () => {
      const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!row || !rows.includes(row) || !row.hidden) return;
      tools.reset();
      update();
      row.scrollIntoView();
    };
    tools.addEventListener("input", update);
    tools.addEventListener("reset", () => setTimeout(update));
    tools.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("hashchange", reveal);
    tools.hidden = false;
    update();
  }

  function setUpPage() {
    for (const frame of document.querySelectorAll("[data-sift]:not([data-ready])")) {
      frame.dataset.ready = "";
      setUp(frame);
    }
  }

  // With instant navigation Material changes pages without loading them, and says so through `document$`.
  if (window.document$) window.document$.subscribe(setUpPage);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
})();

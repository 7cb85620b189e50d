// A walk through a flow, one step at a time: who does it, with what, in what time, and which ways lead on.
//
// All it says stands in the table of steps; without this script the button does not show and nothing is missing.
// `?walk=1#t20` opens the walk at a step. The address goes along, so that one can send what one sees.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  let walk = null; // the open one

  /** Makes the walk of the page that is shown. */
  function setUp(panel) {
    const opener = document.querySelector('button[data-walk="open"]');
    const rows = new Map([...document.querySelectorAll("tr.pm-step")].map((row) => [row.id, row]));
    if (!opener || !rows.size) return;
    const one = walkOf(panel, opener, rows);
    opener.hidden = false;
    opener.addEventListener("click", () => one.open());
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) one.press(button);
    });
    if (new URLSearchParams(location.search).has("walk")) one.open(location.hash.slice(1));
  }

  function walkOf(panel, opener, rows) {
    const figure = document.querySelector(".pm-figure:has(.d-node)");
    const view = figure?.querySelector(".pm-diagram");
    const prefix = view?.dataset.diagram.toLowerCase();
    const halo = document.createElementNS(SVG, "rect");
    halo.setAttribute("class", "pm-halo");
    halo.setAttribute("rx", "10");
    const starts = [...rows.values()].filter((row) => row.classList.contains("pm-step--start")).map((row) => row.id);
    const part = (name) => panel.querySelector(`.pm-walk__${name}`);
    let trail = [];

    const self = {
      open(at) {
        walk?.close();
        walk = self;
        (figure ?? panel.parentElement).append(panel); // inside the figure, so that it lies over a full screen as well
        panel.hidden = false;
        document.documentElement.classList.add("pm-walks");
        trail = rows.has(at) ? [at] : starts.length === 1 ? [...starts] : [];
        show();
        panel.focus({ preventScroll: true });
      },
      close() {
        walk = null;
        panel.hidden = true;
        document.documentElement.classList.remove("pm-walks");
        unmark();
        halo.remove();
        address(null);
        opener.focus({ preventScroll: true });
      },
      press(button) {
        const act = button.dataset.walk;
        if (act === "close") self.close();
        else if (act === "back") self.back();
        else if (act === "restart") go(starts.length === 1 ? [...starts] : []);
        else if (button.dataset.to) go([...trail, button.dataset.to]);
      },
      back() {
        if (trail.length > 1 || (trail.length && starts.length > 1)) go(trail.slice(0, -1));
      },
      /** Goes on where there is one way; else moves from choice to choice. */
      forward() {
        const ways = choices();
        if (ways.length === 1) ways[0].click();
        else if (ways.length) ways[(ways.indexOf(document.activeElement) + 1) % ways.length].focus();
      },
      choose(number) {
        choices()[number - 1]?.click();
      },
    };

    function choices() {
      return [...panel.querySelectorAll(".pm-walk__choices :is(button, a)")];
    }

    function go(next) {
      trail = next;
      show();
      (choices()[0] ?? panel.querySelector('[data-walk="restart"]')).focus({ preventScroll: true });
    }

    function show() {
      const row = rows.get(trail.at(-1));
      const said = panel.querySelector('[data-walk="said"]');
      part("count").textContent = row ? part("count").dataset.template.replace("#", trail.length) : "";
      panel.querySelector('[data-walk="back"]').disabled = trail.length < 2 && !(trail.length && starts.length > 1);
      panel.querySelector(".pm-walk__body").scrollTop = 0;
      part("about").replaceChildren(...(row ? aboutOf(row) : []));
      part("with").replaceChildren(...(row ? copies(row, ".pm-step__with > *") : []));
      ways(row);
      mark(row);
      address(trail.at(-1) ?? "");
      said.textContent = row ? `${nameOf(row)}. ${textOf(row, ".pm-step__who")}` : part("ask").textContent;
    }

    function aboutOf(row) {
      const name = document.createElement("p");
      name.className = "pm-walk__step";
      name.append(...copies(row, ".pm-step__id code"), ` ${textOf(row, ".pm-step__kind")}`);
      const what = document.createElement("p");
      what.className = "pm-walk__what";
      what.textContent = textOf(row, ".pm-step__what > strong");
      const who = document.createElement("p");
      who.className = "pm-walk__who";
      who.append(...copies(row, ".pm-step__who > *, .pm-step__time > *"));
      return [name, what, who, ...copies(row, ".pm-step__what > :not(strong)")];
    }

    function ways(row) {
      const ask = part("ask");
      const found = row ? waysFrom(row) : starts.map((id) => wayTo(rows.get(id)));
      const elsewhere = row && !found.length ? copies(row, '.pm-step__with a[href*="/MIC-"], .pm-step__with a[href^="MIC-"]') : [];
      for (const link of elsewhere) link.search = "walk=1";
      const key = !row ? "start" : found.length > 1 ? "choose" : found.length ? "next" : elsewhere.length ? "goesOn" : "ends";
      ask.textContent = ask.dataset[key];
      part("choices").replaceChildren(...found, ...elsewhere);
      found.forEach((button, place) => {
        if (found.length > 1) button.prepend(numbered(place + 1));
      });
    }

    /** The ways that leave a step, and what can come in between on its border. */
    function waysFrom(row) {
      const own = [...row.querySelectorAll(".pm-next > li")].map((item) => {
        const target = rows.get(item.querySelector("a")?.hash.slice(1));
        return target && wayTo(target, item);
      });
      const id = textOf(row, ".pm-step__id code");
      const attached = [...rows.values()].filter((other) => other.dataset.host === id).map((other) => wayTo(other));
      return [...own, ...attached].filter(Boolean);
    }

    function wayTo(row, item) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.to = row.id;
      const condition = item?.querySelector("em")?.textContent;
      const share = item?.querySelector(".pm-next__share")?.textContent;
      if (condition) button.append(span("pm-walk__if", [condition, share].filter(Boolean).join(" · ")));
      button.append(span("pm-walk__to", nameOf(row)));
      const bound = item?.querySelector("small")?.textContent;
      if (bound) button.append(span("pm-walk__bound", bound));
      return button;
    }

    function mark(row) {
      unmark();
      if (!row) return;
      row.classList.add("pm-now");
      for (const way of figure?.querySelectorAll(".d-way") ?? []) {
        const at = trail.indexOf(way.dataset.from.toLowerCase());
        const isGone = at >= 0 && trail.some((id, place) => id === way.dataset.to.toLowerCase()
          && trail[place - 1] === way.dataset.from.toLowerCase());
        way.classList.toggle("pm-gone", isGone);
      }
      const node = document.getElementById(`${prefix}-${row.id}`);
      if (!node) return;
      node.classList.add("pm-now");
      const box = node.getBBox();
      for (const [name, value] of Object.entries({
        x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12,
      })) halo.setAttribute(name, value);
      node.before(halo);
      bringIntoView(node);
    }

    function unmark() {
      for (const marked of document.querySelectorAll(".pm-now, .pm-gone")) marked.classList.remove("pm-now", "pm-gone");
    }

    /** Into the middle of what the panel and the bar at the top leave free. */
    function bringIntoView(node) {
      const frame = view.getBoundingClientRect();
      const box = node.getBoundingClientRect();
      const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
      view.scrollBy({
        left: box.left + box.width / 2 - frame.left - frame.width / 2,
        top: box.top + box.height / 2 - frame.top - frame.height / 2,
        behavior: "auto",
      });
      const now = node.getBoundingClientRect();
      const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
      const free = (top + panel.getBoundingClientRect().top) / 2;
      if (!figure.classList.contains("pm-figure--stage")) {
        scrollBy({ top: now.top + now.height / 2 - free, behavior });
      }
    }

    return self;
  }

  function nameOf(row) {
    return `${textOf(row, ".pm-step__id code")} ${textOf(row, ".pm-step__what > strong")}`.trim();
  }

  function textOf(row, selector) {
    return row.querySelector(selector)?.textContent.trim() ?? "";
  }

  function copies(row, selector) {
    return [...row.querySelectorAll(selector)].map((element) => element.cloneNode(true));
  }

  function span(name, text) {
    const made = document.createElement("span");
    made.className = name;
    made.textContent = text;
    return made;
  }

  function numbered(number) {
    const made = span("pm-walk__number", String(number));
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  /** Writes where the walk is into the address; null when it is over. */
  function address(step) {
    const url = new URL(location.href);
    if (step === null) url.searchParams.delete("walk");
    else url.searchParams.set("walk", "1");
    if (step) url.hash = step;
    history.replaceState(history.state, "", url);
  }

  const KEYS = { ArrowRight: "forward", ArrowLeft: "back", Escape: "close" };

  document.addEventListener("keydown", (event) => {
    if (!walk || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    if (event.key in KEYS) walk[KEYS[event.key]]();
    else if (/^[1-9]$/.test(event.key)) walk.choose(Number(event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  // --- A link to each step, to be sent to a colleague.

  function offerLinks() {
    const table = document.querySelector(".pm-table--steps:not([data-ready])");
    if (!table) return;
    table.dataset.ready = "";
    const { copy, copied } = table.dataset;
    for (const cell of table.querySelectorAll(".pm-step__id")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pm-copy";
      button.title = copy;
      button.setAttribute("aria-label", `${copy}: ${cell.querySelector("code").textContent}`);
      button.addEventListener("click", async () => {
        const url = new URL(cell.querySelector("a").href);
        url.search = "";
        history.replaceState(history.state, "", url);
        try {
          await navigator.clipboard.writeText(url.href);
          button.dataset.said = copied;
        } catch {
          location.hash = url.hash; // no clipboard here: the address bar has it
        }
        setTimeout(() => delete button.dataset.said, 1600);
      });
      cell.append(button);
    }
  }

  function setUpPage() {
    offerLinks();
    const panel = document.querySelector(".pm-walk:not([data-ready])");
    if (walk && !document.contains(document.querySelector(".pm-walk:not([hidden])"))) {
      walk = null;
      document.documentElement.classList.remove("pm-walks");
    }
    if (!panel) return;
    panel.dataset.ready = "";
    setUp(panel);
  }

  // With instant navigation Material changes pages without loading them, and says so through `document$`.
  if (window.document$) window.document$.subscribe(setUpPage);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
})();

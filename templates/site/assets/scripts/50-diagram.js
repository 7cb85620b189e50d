// What one can do with a picture beyond looking at it: enlarge it, fill the screen with it, follow one role.
//
// Without this script a picture still scrolls, its lane names stay and its links work. On the page the browser's own
// scrolling moves it, so that a finger on a phone moves the page and the tab key brings hidden steps into view. Only
// where the picture has the screen for itself does Panzoom take over: drag, wheel and pinch have no other meaning there.
"use strict";

(() => {
  const STEP = 1.25;
  const SMALLEST = 0.3;
  const LARGEST = 4;

  /** Makes one figure (tools and picture) usable. */
  function setUp(figure) {
    const view = figure.querySelector(".pm-diagram");
    const sheet = figure.querySelector(".pm-sheet");
    const tools = figure.querySelector(".pm-tools");
    if (!view || !sheet || !tools) return;
    const stage = stageOf(figure, view, sheet);
    const zoomBy = (factor, at) => (stage.isOpen() ? stage.zoomBy(factor, at) : zoomOnPage(view, sheet, factor, at));
    const actions = {
      in: () => zoomBy(STEP),
      out: () => zoomBy(1 / STEP),
      fit: () => (stage.isOpen() ? stage.fit() : fitOnPage(view, sheet)),
      full: () => stage.toggle(),
    };
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-act]");
      if (button) actions[button.dataset.act]();
    });
    view.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !stage.isOpen()) return; // a plain wheel scrolls the page
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1.1 : 1 / 1.1, event);
    }, { passive: false });
    figure.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select")) return;
      const act = { "+": "in", "=": "in", "-": "out", 0: "fit", f: "full" }[event.key];
      if (act) {
        event.preventDefault();
        actions[act]();
      }
    });
    followRoles(figure);
  }

  // --- On the page: the sheet gets larger, the browser scrolls.

  function zoomOf(sheet) {
    return Number(sheet.style.getPropertyValue("--pm-zoom")) || 1;
  }

  function zoomOnPage(view, sheet, factor, at) {
    const frame = view.getBoundingClientRect();
    const x = at ? at.clientX - frame.left : frame.width / 2;
    const y = at ? at.clientY - frame.top : frame.height / 2;
    const before = sheet.offsetWidth;
    sheet.style.setProperty("--pm-zoom", limited(zoomOf(sheet) * factor));
    const grown = sheet.offsetWidth / before;
    view.scrollLeft = (view.scrollLeft + x) * grown - x;
    view.scrollTop = (view.scrollTop + y) * grown - y;
  }

  function fitOnPage(view, sheet) {
    sheet.style.setProperty("--pm-zoom", 1);
    sheet.style.setProperty("--pm-zoom", limited(view.clientWidth / sheet.offsetWidth));
    view.scrollTo(0, 0);
  }

  function limited(zoom) {
    return Math.min(LARGEST, Math.max(SMALLEST, zoom));
  }

  // --- On the whole screen: Panzoom moves the sheet; the lane names are moved against it, so that they stay.

  function stageOf(figure, view, sheet) {
    const heads = sheet.querySelector(".pm-heads");
    const button = figure.querySelector('[data-act="full"]');
    let panzoom = null;
    let opener = button; // what had the focus, and gets it back

    function open() {
      opener = figure.contains(document.activeElement) ? document.activeElement : button;
      sheet.style.removeProperty("--pm-zoom");
      view.scrollTo(0, 0);
      figure.classList.add("pm-figure--stage");
      button.setAttribute("aria-pressed", "true");
      document.documentElement.classList.add("pm-has-stage");
      figure.requestFullscreen?.().catch(() => {}); // refused or unknown: it covers the window all the same
      panzoom = window.Panzoom(sheet, {
        canvas: true, minScale: 0.1, maxScale: LARGEST, cursor: "grab", origin: "0 0", excludeClass: "pm-none",
      });
      sheet.addEventListener("panzoomchange", keepHeads);
      requestAnimationFrame(() => show(readable()));
    }

    function close() {
      panzoom.destroy();
      panzoom.resetStyle();
      panzoom = null;
      sheet.removeEventListener("panzoomchange", keepHeads);
      sheet.style.transform = "";
      if (heads) heads.style.transform = "";
      figure.classList.remove("pm-figure--stage");
      button.setAttribute("aria-pressed", "false");
      document.documentElement.classList.remove("pm-has-stage");
      if (document.fullscreenElement === figure) document.exitFullscreen();
      opener.focus({ preventScroll: true });
    }

    function keepHeads({ detail }) {
      if (heads) heads.style.transform = `translateX(${Math.max(0, -detail.x)}px)`;
    }

    function whole() {
      return Math.min(view.clientWidth / sheet.offsetWidth, view.clientHeight / sheet.offsetHeight, 1.5);
    }

    // On a phone the whole picture is a thin line: there it begins as high as the screen, and one moves along it.
    function readable() {
      return Math.max(whole(), Math.min(0.8, view.clientHeight / sheet.offsetHeight));
    }

    function show(scale) {
      panzoom.zoom(scale, { animate: false });
      const room = view.clientWidth - sheet.offsetWidth * scale;
      panzoom.pan(room > 0 ? room / 2 / scale : 0, 0);
    }

    function zoomBy(factor, at) {
      const scale = Math.min(LARGEST, Math.max(0.1, panzoom.getScale() * factor));
      const frame = view.getBoundingClientRect();
      const point = at ?? { clientX: frame.left + frame.width / 2, clientY: frame.top + frame.height / 2 };
      const before = panzoom.getPan();
      const [x, y] = [point.clientX - frame.left, point.clientY - frame.top];
      const change = 1 / scale - 1 / panzoom.getScale();
      panzoom.zoom(scale, { animate: false });
      panzoom.pan(before.x + x * change, before.y + y * change);
    }

    // What the tab key reaches comes into view, as it does on the page.
    sheet.addEventListener("focusin", (event) => {
      if (panzoom) view.scrollTo(0, 0);
      const node = event.target.getBoundingClientRect();
      const frame = view.getBoundingClientRect();
      if (!panzoom) {
        // Browsers leave a node where it is when a part of it is in view.
        const hiddenLeft = frame.left + 60 - node.left;
        const hiddenRight = node.right - frame.right;
        if (hiddenRight > 0) view.scrollLeft += hiddenRight + 8;
        else if (hiddenLeft > 0) view.scrollLeft -= hiddenLeft;
        return;
      }
      const isHidden = node.left < frame.left + 60 || node.right > frame.right
        || node.top < frame.top || node.bottom > frame.bottom;
      if (isHidden) {
        const scale = panzoom.getScale();
        const { x, y } = panzoom.getPan();
        panzoom.pan(
          x + (frame.left + frame.width / 2 - node.left - node.width / 2) / scale,
          y + (frame.top + frame.height / 2 - node.top - node.height / 2) / scale,
        );
      }
    });
    document.addEventListener("fullscreenchange", () => {
      if (!panzoom) return;
      if (document.fullscreenElement === figure) show(readable());
      else close();
    });
    figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && panzoom) close();
    });
    return {
      isOpen: () => panzoom !== null,
      toggle: () => (panzoom ? close() : open()),
      fit: () => show(whole()),
      zoomBy,
    };
  }

  // --- One role: what others do steps back, in the picture and in the table of steps. Which role that is, 60-role.js
  // says; a picture in which the role does nothing stays as it is.

  function followRoles(figure) {
    const choice = figure.querySelector("select[data-roles]");
    if (!choice) return;
    for (const lane of figure.querySelectorAll(".pm-sheet > svg:not(.pm-heads) g[data-lane]")) {
      if (lane.dataset.lane.startsWith("ROL-")) {
        choice.add(new Option(lane.querySelector("title").textContent, lane.dataset.lane));
      }
    }
    choice.closest("label").hidden = choice.options.length < 3; // all, and the only one there is
    choice.addEventListener("change", () => {
      document.dispatchEvent(new CustomEvent("processmap:choose-role", { detail: choice.value }));
    });
    figure.followRole = (role) => {
      const isLane = [...choice.options].some((option) => option.value === role);
      choice.value = isLane ? role : "";
      // Who only approves has no lane of his own.
      const isHere = isLane || Boolean(role) && figure.querySelector(`.d-node[data-roles~="${CSS.escape(role)}"]`);
      follow(figure, isHere ? role : "");
    };
  }

  function follow(figure, role) {
    const others = new Set();
    for (const node of figure.querySelectorAll(".d-node")) {
      const roles = (node.dataset.roles || node.dataset.lane).split(" ");
      const isOther = Boolean(role) && !roles.includes(role) && node.dataset.lane !== role;
      node.classList.toggle("pm-dim", isOther);
      const step = node.id.slice(node.id.lastIndexOf("-") + 1);
      document.getElementById(step)?.classList.toggle("pm-dim", isOther);
      if (isOther) others.add(step.toUpperCase());
    }
    for (const way of figure.querySelectorAll(".d-way")) {
      way.classList.toggle("pm-dim", others.has(way.dataset.from) && others.has(way.dataset.to));
    }
    for (const lane of figure.querySelectorAll("g[data-lane]")) {
      lane.classList.toggle("pm-dim", Boolean(role) && lane.dataset.lane !== role);
    }
  }

  function setUpPage() {
    for (const figure of document.querySelectorAll(".pm-figure:not([data-ready])")) {
      figure.dataset.ready = "";
      setUp(figure);
    }
    if (!document.querySelector(".pm-figure--stage")) document.documentElement.classList.remove("pm-has-stage");
  }

  document.addEventListener("processmap:role", (event) => {
    for (const figure of document.querySelectorAll(".pm-figure")) figure.followRole?.(event.detail);
  });

  // At once, and again when Material's instant navigation has changed the page; in a folder `document$` stays silent.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
  window.document$?.subscribe(setUpPage);
})();

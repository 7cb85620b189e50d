// Only while `processmap serve` shows the site: the bar at the foot of the page, and the page itself when it is new.
"use strict";

(() => {
  const RETRY = 1000;
  let seen = Number(document.currentScript.dataset.seen);
  let state = { number: -1 };
  let offline = false;

  const bar = document.createElement("aside");
  bar.className = "pm-live";
  bar.setAttribute("role", "status");
  document.body.append(bar);

  /** The path of this page in the site: `map/index.html`. */
  function page() {
    const path = decodeURIComponent(location.pathname).slice(1);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }

  function isNew() {
    return Math.max(state.all || 0, (state.pages || {})[page()] || 0) > seen;
  }

  function show() {
    const { tone, text, detail, link } = state.bar;
    bar.dataset.tone = tone;
    const words = document.createElement(link ? "a" : "span");
    if (link) words.href = `/${link}`;
    words.className = "pm-live__text";
    words.textContent = text;
    const more = document.createElement("pre");
    more.className = "pm-live__detail";
    more.textContent = detail;
    bar.replaceChildren(words, ...(detail ? [more] : []));
  }

  async function follow() {
    for (;;) {
      try {
        const answer = await fetch(`/_processmap/state?seen=${offline ? -1 : state.number}&page=${encodeURIComponent(page())}`);
        state = await answer.json();
        // Where the command was started again its numbers begin anew, and so does the page.
        if (isNew() || state.number < seen) location.reload();
        offline = false;
        show();
      } catch {
        offline = true;
        bar.dataset.tone = "off";
        await new Promise((resolve) => setTimeout(resolve, RETRY));
      }
    }
  }

  // Material's instant navigation puts another page in the place of this one: it has just been fetched.
  if (window.document$) {
    let isFirst = true;
    window.document$.subscribe(() => {
      if (!isFirst) seen = Math.max(seen, state.number);
      isFirst = false;
    });
  }
  follow();
})();

// The index of a long page says where one is, and on a phone keeps that entry in view. Without it, it is a list of links.
"use strict";

(() => {
  function setUp(index) {
    // Not by their href: Material makes every address whole.
    const links = [...index.querySelectorAll("a")].filter((link) => link.hash);
    const parts = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
    const follow = () => {
      // The part whose top has last gone past a third of the window is the one that is being read.
      const passed = parts.filter((part) => part.getBoundingClientRect().top < innerHeight / 3);
      const current = passed.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).at(-1);
      for (const link of links) {
        const isCurrent = link.hash === `#${current?.id}`;
        if (isCurrent === link.hasAttribute("aria-current")) continue;
        link.toggleAttribute("aria-current", isCurrent);
        if (isCurrent) {
          link.setAttribute("aria-current", "location");
          keepInView(index, link);
        }
      }
    };
    const watcher = new IntersectionObserver(follow, { threshold: [0, 0.25, 0.5, 1], rootMargin: "0px 0px -60% 0px" });
    for (const part of parts) watcher.observe(part);
  }

  // Only the index itself moves, never the page.
  function keepInView(index, link) {
    const [frame, box] = [index.getBoundingClientRect(), link.getBoundingClientRect()];
    index.scrollBy({
      left: box.left - frame.left - (frame.width - box.width) / 2,
      top: box.top < frame.top || box.bottom > frame.bottom ? box.top - frame.top - frame.height / 2 : 0,
    });
  }

  function setUpPage() {
    for (const index of document.querySelectorAll(".pm-index:not([data-ready])")) {
      index.dataset.ready = "";
      setUp(index);
    }
  }

  // At once, and again when Material's instant navigation has changed the page; in a folder `document$` stays silent.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
  window.document$?.subscribe(setUpPage);
})();

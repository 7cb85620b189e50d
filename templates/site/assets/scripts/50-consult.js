// Looks up a case in a decision table: whoever enters a discount and a number of lives sees who decides.
//
// Each row of the table (and each of its sentences, which a phone shows instead) says in data-rule what it admits, one
// item per condition: null for anything, a list of values, or intervals [low, high, whether low is left out]. A
// condition that has not been entered yet admits every row; as soon as all rows that are left agree, that is the
// answer. Numbers are compared as doubles: both sides are decimals of at most 15 digits, whose order doubles keep.
// Without this script the table stands there as it is, and the form stays hidden.
"use strict";

(() => {
  const isPortuguese = () => (document.documentElement.lang || "pt").toLowerCase().startsWith("pt");

  /** Reads a number as people write it: 12,5% or R$ 400.000; NaN for what is none. */
  function numberOf(text) {
    let written = text.replace(/R\$|%|\s/g, "");
    const [thousands, decimal] = isPortuguese() ? [".", ","] : [",", "."];
    const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`);
    if (grouped.test(written)) written = written.replaceAll(thousands, "");
    written = written.replace(",", ".");
    return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : NaN;
  }

  /** What has been entered: {value} (null for nothing yet), or {flaw} in words. */
  function entered(field) {
    const text = field.value.trim();
    if (!text) return { value: null };
    if (field.tagName === "SELECT") return { value: text };
    const number = numberOf(text);
    if (Number.isNaN(number)) return { flaw: field.dataset.number };
    if (field.dataset.whole && !Number.isInteger(number)) return { flaw: field.dataset.whole };
    const isOutside = number < Number(field.dataset.low) || number > Number(field.dataset.high);
    return isOutside ? { flaw: field.dataset.outside } : { value: number };
  }

  function admits(item, value) {
    if (item === null || value === null) return true;
    if (typeof value === "string") return item.includes(value);
    return item.some(([low, high, isOpen]) => (isOpen ? value > Number(low) : value >= Number(low)) && value <= Number(high));
  }

  function setUp(form) {
    const fields = [...form.querySelectorAll("[data-asked]")];
    const shown = form.querySelector("output");
    const lines = [...form.parentElement.querySelectorAll("[data-rule]")].map((line) => ({ line, rule: JSON.parse(line.dataset.rule) }));
    const rows = lines.filter(({ line }) => line.tagName === "TR");
    for (const { line } of lines) (line.tagName === "TR" ? line.lastElementChild : line).dataset.here = form.dataset.here;

    function show(tone, ...content) {
      shown.dataset.tone = tone;
      shown.replaceChildren(...content);
    }

    function update() {
      const answers = fields.map(entered);
      answers.forEach(({ flaw }, place) => fields[place].setAttribute("aria-invalid", String(Boolean(flaw))));
      const flaw = answers.find((answer) => answer.flaw)?.flaw;
      const isEmpty = answers.every(({ value }) => value === null);
      const isLeft = ({ rule }) => rule.every((item, place) => admits(item, answers[place].value));
      const left = flaw || isEmpty ? [] : rows.filter(isLeft);
      const said = new Set(left.map(({ line }) => answerOf(line)));
      const isDecided = said.size === 1;
      for (const each of lines) {
        const fits = !flaw && !isEmpty && isLeft(each);
        each.line.classList.toggle("is-hit", fits && isDecided);
        each.line.classList.toggle("is-open", fits && !isDecided);
        each.line.classList.toggle("is-out", !flaw && !isEmpty && !fits);
      }
      if (flaw) show("bad", flaw);
      else if (isEmpty) show("");
      else if (!left.length) show("bad", form.dataset.none);
      else if (isDecided) show("good", "→ ", ...answerIn(left[0].line));
      else show("open", form.dataset.several);
    }

    form.addEventListener("input", update);
    form.addEventListener("reset", () => setTimeout(update));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  }

  function answerOf(row) {
    return [...row.querySelectorAll("[data-answer]")].map((cell) => cell.dataset.answer).join("\n");
  }

  function answerIn(row) {
    return [...row.querySelectorAll("[data-answer]")].flatMap((cell) => [...cell.cloneNode(true).childNodes]);
  }

  const setUpPage = () => document.querySelectorAll("form[data-consult][hidden]").forEach(setUp);

  // At once, and again when Material's instant navigation has changed the page; in a folder `document$` stays silent.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpPage);
  else setUpPage();
  window.document$?.subscribe(setUpPage);
})();

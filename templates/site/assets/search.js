/* The search of the site. It takes the place of the search worker of Material for MkDocs and speaks its messages:
 * 0 setup {config, docs}, 1 ready, 2 query, 3 result {items, suggest}. Every document is one thing that a reader looks
 * for: an element, a step, an activity, a page. Words are compared without accents, and singular like plural; a hit has
 * all words, or, where nothing has, as many as can be. No dependencies; from a folder it runs in the page itself. */
(function (scope) {
  "use strict";

  var WORD = /[\p{L}\p{N}]+/gu;
  var FIELDS = { title: 12, id: 12, words: 6, where: 1.5, text: 1 };
  var SMALL = new Set("a o as os e de da do das dos em no na nos nas um uma para por com ao the of an in on to for and or".split(" "));
  var SHORT = 96;

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function wordsOf(text) {
    return (String(text).normalize("NFC").match(WORD) || []).map(fold);
  }

  function rootOf(text) {
    return wordsOf(text).map(stem).join(" ");
  }

  function phrase(text) {
    return wordsOf(text).join(" ");
  }

  /* One form for singular and plural, in Portuguese and English; it need not be a word. */
  var ENDINGS = [
    [/(oes|aes|aos)$/, "ao"], [/ais$/, "al"], [/(eis|ois)$/, function (end) { return end[0] + "l"; }], [/ies$/, "i"],
    [/([^aeiou])is$/, "$1el"], [/ns$/, "n"], [/es$/, ""], [/([^s])s$/, "$1"],
  ];

  function stem(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    var ending = word.length > 4 ? ENDINGS.find(function (each) { return each[0].test(word); }) : ENDINGS[7];
    var one = ending ? word.replace(ending[0], ending[1]) : word;
    one = one.replace(/y$/, "i").replace(/m$/, "n").replace(/il$/, "el");
    return one.length > 3 && !/ao$/.test(one) ? one.replace(/[aeo]$/, "") : one;
  }

  /* Whether one slip of the finger lies between two words: a letter too many, too few, another one, or two swapped. */
  function isNear(one, other) {
    if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
    var start = 0, end = 0;
    while (start < one.length && one[start] === other[start]) start++;
    while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
    var left = one.slice(start, one.length - end), right = other.slice(start, other.length - end);
    return (left.length < 2 && right.length < 2) || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
  }

  function Index(docs) {
    this.docs = docs;
    this.vocabulary = new Map();
    this.synonyms = [];
    this.phrases = docs.map(this.add, this);
    this.stems = new Map(Array.from(this.vocabulary.keys(), function (word) { return [word, stem(word)]; }));
  }

  Index.prototype.add = function (doc, number) {
    var title = phrase(doc.title);
    Object.keys(FIELDS).forEach(function (field) {
      wordsOf(doc[field] || "").forEach(function (word) { this.post(word, number, FIELDS[field]); }, this);
    }, this);
    var others = (doc.words || []).map(rootOf);
    if (doc.is_term) others.forEach(function (other) { this.synonyms.push([other, title]); }, this);
    return { title: title, id: phrase(doc.id || ""), others: others, stems: title.split(" ").map(stem) };
  };

  Index.prototype.post = function (word, number, weight) {
    var postings = this.vocabulary.get(word);
    if (!postings) this.vocabulary.set(word, (postings = new Map()));
    if ((postings.get(number) || 0) < weight) postings.set(number, weight);
  };

  /* Words of the index that a word of the query means, each with how well it fits (0 to 1). */
  Index.prototype.meant = function (word) {
    var found = [], root = stem(word);
    this.stems.forEach(function (its, known) {
      if (known === word || its === root) found.push([known, 1]);
      else if (known.startsWith(word)) found.push([known, 0.4 + (0.4 * word.length) / known.length]);
    });
    return found;
  };

  /* A word as it was meant: a mistyped one is taken for the one like it that stands in most places. */
  Index.prototype.corrected = function (word) {
    if (word.length < 4 || /\d/.test(word) || this.meant(word).length) return word;
    var postings = this.vocabulary, best = word;
    postings.forEach(function (places, known) {
      if (isNear(word, known) && (best === word || places.size > postings.get(best).size)) best = known;
    });
    return best;
  };

  Index.prototype.lookUp = function (words) {
    var scores = new Map(), count = this.docs.length, marked = new Set();
    words.forEach(function (word) {
      var best = new Map();
      this.meant(word).forEach(function (pair) {
        var postings = this.vocabulary.get(pair[0]), rarity = Math.log(1 + count / postings.size);
        marked.add(pair[0]);
        postings.forEach(function (weight, number) {
          best.set(number, Math.max(best.get(number) || 0, weight * pair[1] * rarity));
        });
      }, this);
      best.forEach(function (score, number) {
        var sum = scores.get(number) || { score: 0, matched: 0 };
        scores.set(number, { score: sum.score + score, matched: sum.matched + 1 });
      });
    }, this);
    return { scores: scores, marked: marked };
  };

  /* What is called exactly so comes first: by its id, its name, another name; then what begins so. */
  Index.prototype.bonus = function (number, asked, stems) {
    var its = this.phrases[number];
    if (its.id && its.id === asked) return 1e6;
    if (its.title === asked) return 1e4;
    if (its.stems.join(" ") === stems.join(" ")) return 8e3;
    if (its.others.includes(stems.join(" "))) return 5e3;
    var covered = its.stems.filter(function (each) { return stems.includes(each); }).length / its.stems.length;
    var root = stems.join(" ") + " ", roots = its.stems.join(" ") + " ";
    var begins = its.title.startsWith(asked) || roots.startsWith(root) ? 200 : (" " + roots).includes(" " + root) ? 100 : 0;
    return begins + (its.id && its.id.startsWith(asked) ? 150 : 0) + 100 * covered;
  };

  /* Where an id was asked for, only what has it, or names it, is meant. */
  Index.prototype.keepNamed = function (hits, asked) {
    var its = Array.from(hits.keys()).filter(function (number) { return this.phrases[number].id.startsWith(asked); }, this);
    if (!its.length) return false;
    Array.from(hits.keys()).forEach(function (number) {
      if (!its.includes(number) && !phrase(this.docs[number].text || "").includes(asked)) hits.delete(number);
    }, this);
    return true;
  };

  Index.prototype.ask = function (asked) {
    var all = asked.split(" ").filter(Boolean);
    var large = all.filter(function (word) { return !SMALL.has(word); });
    var words = Array.from(new Set(large.length && !/\d/.test(asked) ? large : all));
    var looked = this.lookUp(words), stems = all.map(stem), most = 0;
    looked.scores.forEach(function (sum) { most = Math.max(most, sum.matched); });
    var hits = new Map();
    looked.scores.forEach(function (sum, number) {
      var score = (sum.score + this.bonus(number, asked, stems)) * (this.docs[number].boost || 1);
      if (sum.matched === most) hits.set(number, score);
    }, this);
    var isId = all.length > 1 && this.keepNamed(hits, asked);
    return { hits: hits, marked: isId ? new Set() : looked.marked, isWhole: most === words.length };
  };

  /* The words asked for, with the term in the place of one of its synonyms; nothing where the synonym is not there. */
  function replaced(words, synonym, term) {
    var roots = words.map(stem).join(" "), place = (" " + roots + " ").indexOf(" " + synonym.join(" ") + " ");
    if (place < 0) return "";
    var before = place ? roots.slice(0, place - 1).split(" ").length : 0;
    return words.slice(0, before).concat(term, words.slice(before + synonym.length)).join(" ");
  }

  Index.prototype.search = function (query) {
    var asked = wordsOf(query).map(this.corrected, this).join(" "), answers = [this.ask(asked)];
    this.synonyms.forEach(function (pair) {
      var other = replaced(asked.split(" "), pair[0].split(" "), pair[1]);
      if (other) answers.push(this.ask(other));
    }, this);
    var hits = new Map(), marked = new Set();
    var whole = answers.filter(function (answer) { return answer.isWhole; });
    (whole.length ? whole : answers).forEach(function (answer) {
      var part = answer === answers[0] ? 1 : 0.4;
      answer.marked.forEach(function (word) { marked.add(word); });
      answer.hits.forEach(function (score, number) {
        hits.set(number, Math.max(hits.get(number) || 0, score * part));
      });
    });
    var order = Array.from(hits).sort(function (one, other) { return other[1] - one[1] || one[0] - other[0]; });
    return order.map(function (hit) { return shown(this.docs[hit[0]], hit[1], marked); }, this);
  };

  function escaped(text) {
    return text.replace(/[&<>"]/g, function (sign) { return "&#" + sign.charCodeAt(0) + ";"; });
  }

  function withMarks(text, marked) {
    var parts = [], end = 0;
    for (var match of text.matchAll(WORD)) {
      if (!marked.has(fold(match[0]))) continue;
      parts.push(escaped(text.slice(end, match.index)), "<mark>" + match[0] + "</mark>");
      end = match.index + match[0].length;
    }
    return parts.join("") + escaped(text.slice(end));
  }

  /* The part of a text around the first word that was found. */
  function teaser(text, marked) {
    var first = Array.from(text.matchAll(WORD)).find(function (match) { return marked.has(fold(match[0])); });
    var from = first && first.index > SHORT ? text.lastIndexOf(" ", first.index - SHORT / 2) + 1 : 0;
    var to = text.length - from > SHORT * 1.7 ? text.lastIndexOf(" ", from + SHORT * 1.5) : text.length;
    if (to <= from) to = text.length;
    return (from ? "… " : "") + withMarks(text.slice(from, to), marked) + (to < text.length ? " …" : "");
  }

  /* A hit as Material shows it; everything stands in the title, which is shown whole wherever a hit leads. */
  function shown(doc, score, marked) {
    var about = [doc.kind, doc.where].filter(Boolean).map(escaped).join(" · ");
    var id = doc.id ? '<code class="pm-hit__id">' + withMarks(doc.id, marked) + "</code>" : "";
    var title = '<span class="pm-hit__title">' + withMarks(doc.title, marked) + "</span>" +
      '<span class="pm-hit__about">' + id + about + "</span>" +
      (doc.text ? '<span class="pm-hit__text">' + teaser(doc.text, marked) + "</span>" : "");
    return { location: doc.location, title: title, text: "", score: score, terms: {}, name: doc.title, id: doc.id || "" };
  }

  /* The word that is being typed, written out as in the first hit. */
  function suggestion(query, hits) {
    var typed = query.split(/[\s-]+/).pop(), best = hits[0];
    if (!typed || !best) return [];
    var whole = (best.name.match(WORD) || []).find(function (word) { return fold(word).startsWith(fold(typed)); });
    return whole && !fold(best.id).includes(fold(typed)) ? [typed + whole.slice(typed.length).toLowerCase()] : [];
  }

  var index = null;

  function answer(message) {
    if (message.type === 0) {
      index = new Index(message.data.docs);
      return { type: 1 };
    }
    var query = String(message.data), hits = index && /\S/.test(query) ? index.search(query) : [];
    return { type: 3, data: { items: hits.map(function (hit) { return [hit]; }), suggest: suggestion(query, hits) } };
  }

  /* A browser starts no worker from a folder: there the search answers in the page, and is taken for a worker. */
  class InThePage extends EventTarget {
    postMessage(message) {
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: answer(message) })));
    }
    terminate() {}
  }

  /* Nor does it fetch a page: the theme must not try, for then it would start nothing else on the page either. */
  function loadPagesWhole() {
    const about = document.getElementById("__config"), config = JSON.parse(about.textContent);
    config.features = config.features.filter((feature) => !feature.startsWith("navigation.instant"));
    about.textContent = JSON.stringify(config);
  }

  if (typeof WorkerGlobalScope !== "undefined") {
    scope.addEventListener("message", function (event) { scope.postMessage(answer(event.data)); });
  } else if (scope.location.protocol === "file:") {
    scope.Worker = InThePage;
    loadPagesWhole();
  }
})(self);

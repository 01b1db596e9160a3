/* The search of the archive. A classic script, loaded when a search field is first used; it loads only those
   scripts of the index that a query needs, so that it works from file:// too.

   A script of the index calls archiveSearch(name, value):
   - "index": the segments of pages there are, and how many cells words are spread over;
   - "b-12": shard 12 of segment b, which has the words of some cells with the pages that have them;
   - "b-w0": words of the segment alone, by which slips are corrected and words completed;
   - "b-r3": the rows 3 * 8 to 3 * 8 + 7, which are what is shown of pages. */
(function () {
  "use strict";

  var root = document.documentElement.getAttribute("data-root") || "";

  /* Scripts of the index */

  var values = {};
  var waiting = {};
  /* How much of the index has been loaded, in characters; rows are not counted. */
  var loaded = 0;

  window.archiveSearch = function (name, value) {
    values[name] = value;
    if (typeof value === "string") loaded += value.length;
  };

  function load(name, next) {
    if (name in values) return next();
    if (waiting[name]) { waiting[name].push(next); return; }
    waiting[name] = [next];
    var script = document.createElement("script");
    script.src = root + "search/" + name + ".js";
    script.onload = script.onerror = function () {
      if (!(name in values)) values[name] = null;
      var all = waiting[name];
      delete waiting[name];
      all.forEach(function (one) { one(); });
    };
    document.head.appendChild(script);
  }

  function loadAll(names, next) {
    var missing = 1;
    function arrived() { missing -= 1; if (missing === 0) next(); }
    names.forEach(function (name) { missing += 1; load(name, arrived); });
    arrived();
  }

  /* Words: the same rules as SearchWords.swift and WordStem.swift */

  var ideograph = /[\u0e00-\u0e7f\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{2fa1f}]/u;
  var letter = /[\p{Alphabetic}\p{N}]/u;
  var mark = /[\u0300-\u036f]/;
  var special = {
    "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00fe": "th", "\u00df": "ss",
    "\u0131": "i", "\u014b": "n", "\u0127": "h", "\u0167": "t", "\u0138": "k", "\u0140": "l", "\u0149": "n", "\u0133": "ij", "\u017f": "s"
  };
  var common = Object.create(null);
  ("a an and are as at be been but by for from had has have if in into is it its of on or so such that the their then there "
    + "these they this to was we were which will with").split(" ").forEach(function (word) { common[word] = true; });

  function fold(character) {
    if (character < "\u0080") return character.toLowerCase();
    if (mark.test(character)) return "";
    if (character >= "\u00c0" && character <= "\u017f") {
      var small = character.toLowerCase();
      return special[small] || special[character] || small.normalize("NFD").charAt(0);
    }
    if (/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(character)) {
      return String.fromCharCode(character.charCodeAt(0) - 0xfee0).toLowerCase();
    }
    return character.toLowerCase();
  }

  function stem(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (word.length > 4 && /ie[sd]$/.test(word)) word = word.slice(0, -3) + "y";
    else if (/(sses|xes|shes|ches)$/.test(word)) word = word.slice(0, -2);
    else if (/[^sui]s$/.test(word)) word = word.slice(0, -1);
    if (word.length > 5 && /[aeiouy].*ing$/.test(word)) word = undouble(word.slice(0, -3));
    else if (word.length > 4 && /[aeiouy].*ed$/.test(word)) word = undouble(word.slice(0, -2));
    else if (word.length > 5 && /ly$/.test(word)) word = word.slice(0, -2);
    if (word.length > 6 && /[st]ion$/.test(word)) word = word.slice(0, -3);
    if (word.length > 4 && /e$/.test(word)) word = word.slice(0, -1);
    return word;
  }

  function undouble(word) {
    return word.length > 3 && /([^aeioulszy])\1$/.test(word) ? word.slice(0, -1) : word;
  }

  /* The words of a text in their order; names with capitals and what hyphens hold together also as a whole. */
  function words(text, isCode) {
    var all = [];
    var characters = Array.from(text);
    var place = 0, start = 0, count = 0, isPlain = true;

    function add(word) {
      var length = new TextEncoder().encode(word).length;
      if (length < 2 || length > 32) return;
      var digits = word.replace(/[^0-9]/g, "").length;
      if (digits > 0) {
        if (digits === length && digits > 6 || length >= 12 && digits >= 4) return;
      } else if (common[word]) return;
      all.push(stem(word));
    }

    while (place < characters.length) {
      var first = place, word = "", isWordPlain = true;
      while (place < characters.length) {
        var one = characters[place], before = characters[place - 1] || "", after = characters[place + 1] || "";
        if (/[0-9A-Za-z]/.test(one)) word += one.toLowerCase();
        else if (place > first && /['\u2019]/.test(one) && /[A-Za-z]/.test(after) && (one !== "'" || /[A-Za-z]/.test(before))) isWordPlain = false;
        else if (one >= "\u0080" && !ideograph.test(one) && (letter.test(one) && !mark.test(one) || word && mark.test(one))) {
          word += fold(one);
          isWordPlain = false;
        } else break;
        place += 1;
      }
      if (place === first) {
        if (!ideograph.test(characters[place])) { place += 1; continue; }
        while (place < characters.length && ideograph.test(characters[place])) place += 1;
        if (place - first === 1) all.push(characters[first]);
        for (var pair = first; pair + 1 < place; pair += 1) all.push(characters[pair] + characters[pair + 1]);
        continue;
      }
      var written = characters.slice(first, place).join("");
      if (isWordPlain && word.length > 3 && /[A-Z]/.test(written)) {
        var parts = written.replace(/([^A-Z])(?=[A-Z])/g, "$1 ").replace(/([A-Z])(?=[A-Z][a-z])/g, "$1 ").split(" ");
        if (parts.length > 1) parts.forEach(function (part) { add(part.toLowerCase()); });
      }
      add(word);
      count += 1;
      isPlain = isPlain && isWordPlain;
      if (count === 1) start = first;
      if (/[-_.]/.test(characters[place] || "") && /[0-9A-Za-z]/.test(characters[place + 1] || "")) { place += 1; continue; }
      var compound = characters.slice(start, place).join("").toLowerCase();
      if (count > 1 && isPlain && compound.length <= 40
        && (/[a-z]/.test(compound) ? isCode || /[^a-z-]/.test(compound) : count > 2)) all.push(compound.replace(/[_.]/g, "-"));
      count = 0;
      isPlain = true;
    }
    return all;
  }

  /* Postings: the same digits and steps as Postings.swift and PageWordCounter.swift */

  var digits = "";
  for (var code = 0x21; code <= 0x7d; code += 1) {
    if ("\"&<>\\".indexOf(String.fromCharCode(code)) < 0) digits += String.fromCharCode(code);
  }
  var digit = {};
  for (code = 0; code < digits.length; code += 1) digit[digits.charAt(code)] = code;
  /* How much a word of each level tells: more where it is more often or in a title, and less and less so. */
  var tells = [0.4, 0.68, 1.22, 2.2, 3.95, 7.1, 12.8, 23].map(function (weight) { return 4 * weight / (weight + 3); });

  /* Words are spread by a hash; those beyond ASCII by their first character. */
  function cellOf(word) {
    var text = word.charCodeAt(0) < 0x80 ? word : String.fromCodePoint(word.codePointAt(0)), hash = 0x811c9dc5;
    new TextEncoder().encode(text).forEach(function (byte) { hash = Math.imul(hash ^ byte, 0x01000193); });
    return ((hash ^ hash >>> 16) >>> 0) % values.index.cells;
  }

  function shardOf(word, segment) {
    return segment.name + "-" + Math.floor(cellOf(word) * segment.shards / values.index.cells);
  }

  /* The words of a shard, each with its pages as they are written. */
  var tables = {};

  function table(name) {
    if (tables[name]) return tables[name];
    if (!(name in values)) return {};
    var all = Object.create(null), last = "", pieces = (values[name] || "").split(" ");
    for (var place = 0; place + 1 < pieces.length; place += 2) {
      last = last.slice(0, digit[pieces[place].charAt(0)]) + pieces[place].slice(1);
      all[last] = pieces[place + 1];
    }
    tables[name] = all;
    return all;
  }

  /* Calls next(page, level, section) for each page of a word, and returns how many pages have it. */
  function eachPage(written, next) {
    var place = 0, count = 0;
    function number() {
      var sum = 0, unit = 1, one = digit[written.charAt(place++)];
      while (one >= 44) { sum += (one - 44) * unit; unit *= 44; one = digit[written.charAt(place++)]; }
      return sum + one * unit;
    }
    var all = written.charAt(0) === "~" ? (place = 1, number()) : 0;
    var page = -1;
    while (place < written.length) {
      page += number() + 1;
      var both = digit[written.charAt(place++)], section = both % 11;
      if (section === 10) section += digit[written.charAt(place++)];
      next(page, Math.floor(both / 11), section);
      count += 1;
    }
    return all || count;
  }

  /* Queries */

  /* What is asked for: the words of each line. Of pasted lines the numbers, addresses and ids are left out, since they
     differ from one time to the next. */
  function question(query) {
    var lines = query.split(/[\n\u23ce]+/).filter(function (line) { return line.trim(); });
    var isPasted = lines.length > 1 || query.length > 160;
    var seen = Object.create(null), terms = [];
    var parts = lines.map(function (line) {
      return words(line, true).filter(function (word) {
        if (isPasted && /[0-9]/.test(word) && !/[a-z]{4}/.test(word)) return false;
        if (isPasted && word.indexOf("-") > 0 && /[0-9]/.test(word)) return false;
        if (!seen[word]) { seen[word] = true; terms.push({ word: word, forms: Object.create(null) }); }
        return true;
      });
    });
    var last = isPasted ? null : /[^\s]+$/.exec(query);
    var typed = last ? Array.from(last[0]).map(fold).join("").replace(/^.*[^a-z0-9\u0080-\uffff]/, "") : "";
    var name = query.trim();
    /* The name of an alert leads to its runbook. */
    var isName = /^[A-Za-z0-9]+$/.test(name) && /[a-z][A-Z]/.test(name);
    return { terms: terms, lines: parts, typed: typed, name: isName && terms.length ? terms[terms.length - 1].word : null };
  }

  /* The characters of shards and lists that a query loads at most; with the rows of ten hits that is about 300 KB. */
  var most = 230000;
  /* Of them the words that are asked for: they leave room for what slips are corrected to. */
  var asking = 210000, askingLong = 150000;

  /* Of a long archive most words are in its first segment, and runbooks are few: these are looked at first. */
  function isLong(index) { return index.segments[0].pages > 1000; }

  function isFirst(segment, index) { return !isLong(index) || segment === index.segments[0] || segment.name === "r"; }

  /* About how many characters are to be loaded for a word, besides what has been; the scripts are added to `names`. */
  function cost(word, index, names) {
    var more = 0;
    index.segments.forEach(function (segment) {
      var name = shardOf(word, segment);
      if (names[name] || name in values) return;
      names[name] = true;
      more += 400 + (850 + 7000 / Math.sqrt(segment.pages)) * segment.pages / segment.shards;
    });
    return more;
  }

  /* Of many words those are looked up that may tell most. */
  function limited(terms, index) {
    var size = 0, names = Object.create(null);
    function promise(term) { return Math.min(term.word.length, 14) + (/[^a-z]/.test(term.word) ? 3 : 0); }
    return terms.slice().sort(function (a, b) { return promise(b) - promise(a); }).filter(function (term, number) {
      var own = Object.create(names), more = cost(term.word, index, own);
      if (size + more > (isLong(index) ? askingLong : asking) && number > 3) return false;
      size += more;
      names = own;
      return true;
    });
  }

  /* The steps from one word to another, with two letters swapped as one step; more than `most` is more. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [], last = [], row, column;
    for (column = 0; column <= b.length; column += 1) last[column] = column;
    for (row = 1; row <= a.length; row += 1) {
      var now = [row], least = row;
      for (column = 1; column <= b.length; column += 1) {
        var cost = a.charAt(row - 1) === b.charAt(column - 1) ? 0 : 1;
        var steps = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + cost);
        if (row > 1 && column > 1 && a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1)) {
          steps = Math.min(steps, before[column - 2] + 1);
        }
        now[column] = steps;
        least = Math.min(least, steps);
      }
      if (least > most) return most + 1;
      before = last;
      last = now;
    }
    return last[b.length];
  }

  /* The words nearest to a word that no page has. */
  function corrected(word, all) {
    var most = word.length > 7 ? 2 : 1, best = [];
    all.forEach(function (other) {
      var steps = distance(word, other, most);
      if (steps <= most) best.push({ word: other, steps: steps + (other.charAt(0) === word.charAt(0) ? 0 : 0.5) });
    });
    best.sort(function (a, b) { return a.steps - b.steps; });
    return best.filter(function (one) { return one.steps < best[0].steps + 1; }).slice(0, 6);
  }

  /* The scripts in which words are looked at first. */
  function firstShards(terms, index) {
    var names = {};
    terms.forEach(function (term) {
      index.segments.forEach(function (segment) { if (isFirst(segment, index)) names[shardOf(term.word, segment)] = true; });
    });
    return Object.keys(names);
  }

  function isKnown(word, index) {
    return index.segments.some(function (segment) { return word in table(shardOf(word, segment)); });
  }

  /* Finds pages: calls next with the hits, the best first, each with `segment`, `page`, `section`, `kind` and `score`, and
     with the words that were found. */
  function find(query, next) {
    load("index", function () {
      var index = values.index, before = loaded;
      if (!index) return next({ hits: [], words: {} });
      var asked = question(query);
      var terms = limited(asked.terms, index);
      terms.forEach(function (term) { term.forms[term.word] = 1; });
      loadAll(firstShards(terms, index), function () {
        var typed = isTyped(asked.typed, terms, index) ? asked.typed : "";
        var unknown = terms.filter(function (term) { return /^[a-z]{4,}$/.test(term.word) && !isKnown(term.word, index); });
        function finish(forms) {
          loadAll(chosen(terms, unknown, forms, index, most - (loaded - before)), function () { next(ranked(asked, terms, index)); });
        }
        if (typed && ideograph.test(typed)) return finish(completed(terms, typed, wordsBeside(typed, index)));
        if (!typed && !unknown.length) return finish([]);
        var names = lists(index, true);
        loadAll(names, function () {
          var found = mended(terms, typed, unknown, listed(names));
          if (found.isWhole || !isLong(index)) return finish(found.forms);
          names = lists(index, false);
          loadAll(names, function () { finish(mended(terms, typed, unknown, listed(names)).forms); });
        });
      });
    });
  }

  /* Completes and corrects words: each form has `term`, `word`, `weight` and `rank`, which is 0 for the best of a word. The
     forms are whole when there is one for each word. */
  function mended(terms, typed, unknown, all) {
    var forms = typed ? completed(terms, typed, all) : [], isWhole = !typed || forms.length > 0;
    unknown.forEach(function (term) {
      if (forms.some(function (form) { return form.term === term; })) return;
      var found = corrected(term.word, all);
      if (!found.length) isWhole = false;
      found.forEach(function (one, rank) {
        forms.push({ term: term, word: one.word, weight: one.steps < 1.5 ? 0.7 : 0.5, rank: rank });
      });
    });
    return { forms: forms, isWhole: isWhole };
  }

  /* The scripts to load as far as there is room: those of words that are known, then of the best forms of others, which are
     added to their words. */
  function chosen(terms, unknown, forms, index, room) {
    var names = Object.create(null);
    function takes(word) {
      var own = Object.create(names), more = cost(word, index, own);
      if (more > room) return false;
      room -= more;
      names = own;
      return true;
    }
    function add(form) { if (takes(form.word)) form.term.forms[form.word] = form.weight; }
    forms.sort(function (a, b) { return b.weight - a.weight || a.rank - b.rank; });
    terms.forEach(function (term) { if (unknown.indexOf(term) < 0) takes(term.word); });
    forms.forEach(function (form) { if (form.rank === 0) add(form); });
    unknown.forEach(function (term) { takes(term.word); });
    forms.forEach(function (form) { if (form.rank > 0) add(form); });
    var all = [];
    for (var name in names) all.push(name);
    return all;
  }

  /* Whether the last word may be the start of others: when no page has it as it is. */
  function isTyped(word, terms, index) {
    if (ideograph.test(word)) return word.length === 1;
    return word.length > 1 && /^[a-z]+$/.test(word) && !isKnown(stem(word), index);
  }

  /* The lists of all segments, or of those that are looked at first. */
  function lists(index, onlyFirst) {
    var names = [];
    index.segments.forEach(function (segment) {
      if (onlyFirst && !isFirst(segment, index)) return;
      for (var list = 0; list < segment.lists; list += 1) names.push(segment.name + "-w" + list);
    });
    return names;
  }

  /* The words of some lists. */
  function listed(names) {
    var all = Object.create(null);
    names.forEach(function (name) {
      var last = "";
      (values[name] || "").split(" ").forEach(function (piece) {
        if (!piece) return;
        last = last.slice(0, digit[piece.charAt(0)]) + piece.slice(1);
        all[last] = true;
      });
    });
    return Object.keys(all);
  }

  /* The words in the shards of a word. */
  function wordsBeside(word, index) {
    var all = Object.create(null);
    index.segments.forEach(function (segment) { for (var other in table(shardOf(word, segment))) all[other] = true; });
    return Object.keys(all);
  }

  /* The words that begin with what is being typed, as forms of it. */
  function completed(terms, typed, all) {
    var found = all.filter(function (word) { return word !== typed && word.slice(0, typed.length) === typed; });
    if (!found.length) return [];
    var last = terms.filter(function (term) { return term.word === stem(typed) || term.word === typed; })[0];
    if (!last) { last = { word: typed, forms: Object.create(null) }; terms.push(last); }
    found.sort(function (a, b) { return a.length - b.length; });
    return found.slice(0, 8).map(function (word, rank) { return { term: last, word: word, weight: 0.6, rank: rank }; });
  }

  function ranked(asked, terms, index) {
    var pages = 0, found = {}, matched = Object.create(null);
    index.segments.forEach(function (segment) { pages += segment.pages; });
    var whole = 0;
    terms.forEach(function (term) {
      var count = 0, best = {};
      Object.keys(term.forms).forEach(function (form) {
        index.segments.forEach(function (segment) {
          var written = table(shardOf(form, segment))[form];
          if (!written) return;
          matched[form] = true;
          count += eachPage(written, function (page, level, section) {
            var key = segment.name + page;
            var weight = tells[level] * term.forms[form];
            if (!best[key] || best[key].weight < weight) {
              best[key] = { segment: segment, page: page, section: section, weight: weight, level: level, form: form };
            }
          });
        });
      });
      term.rarity = Math.log(1 + (pages - Math.min(count, pages) + 0.5) / (Math.min(count, pages) + 0.5));
      whole += term.rarity;
      for (var key in best) {
        var hit = found[key];
        if (!hit) hit = found[key] = { segment: best[key].segment, page: best[key].page, sections: {}, score: 0, mass: 0, terms: Object.create(null) };
        var points = best[key].weight * term.rarity;
        hit.score += points;
        hit.mass += term.rarity;
        hit.terms[term.word] = true;
        hit.sections[best[key].section] = (hit.sections[best[key].section] || 0) + points;
        if (term.word === asked.name && hit.segment.name === "r" && best[key].level > 4) hit.score += 100;
      }
    });
    var rarity = Object.create(null);
    terms.forEach(function (term) { rarity[term.word] = term.rarity; });
    var hits = Object.keys(found).map(function (key) { return finished(found[key], whole, asked, rarity); });
    hits.sort(function (a, b) { return b.score - a.score || b.order - a.order; });
    /* A page with little of what was asked is no answer. */
    return { hits: hits.filter(function (hit) { return hit.score > 0.1 * hits[0].score; }), words: matched };
  }

  function finished(hit, whole, asked, rarity) {
    var own = hit.sections[0] || 0, best = 0, section = 0;
    for (var number in hit.sections) {
      if (Number(number) > 0 && hit.sections[number] > best) { best = hit.sections[number]; section = Number(number); }
    }
    /* Words that are together in one section tell more, and so do lines of which all is there. */
    hit.score += 0.25 * Math.max(own, best);
    asked.lines.forEach(function (line) {
      var all = 0, there = 0;
      line.forEach(function (word) { all += rarity[word] || 0; if (hit.terms[word]) there += rarity[word]; });
      if (all > 0 && there > 0.7 * all) hit.score += there * there / all;
    });
    hit.score *= 0.35 + 0.65 * hit.mass / whole;
    hit.section = best > 0.6 * own ? section : 0;
    hit.order = hit.segment.name === "r" ? -hit.page : hit.page + "abc".indexOf(hit.segment.name) * 1e6;
    hit.kind = hit.segment.name !== "r" ? (hit.section === 1 ? "Action" : "Incident")
      : hit.page >= hit.segment.pages - hit.segment.trees ? "Decision" : "Runbook";
    return hit;
  }

  /* Loads what is shown of some hits, as `row`. */
  function describe(hits, next) {
    function script(hit) { return hit.segment.name + "-r" + Math.floor(hit.page / hit.segment.rows); }
    loadAll(hits.map(script), function () {
      hits.forEach(function (hit) {
        var row = (values[script(hit)] || [])[hit.page % hit.segment.rows];
        if (!row) return;
        var section = hit.section ? (row[7].split("\n")[hit.section - 1] || "").split("\t") : ["", ""];
        hit.row = {
          url: row[0] + "/index.html" + (section[0] ? "#" + section[0] : ""), title: row[1], day: row[2], severity: row[3],
          tone: row[4], about: row[5], fix: row[6], section: section[1] || ""
        };
      });
      next(hits.filter(function (hit) { return hit.row; }));
    });
  }

  load("index", function () {});
  window.archiveSearch.find = find;
  window.archiveSearch.describe = describe;
  window.archiveSearch.words = words;
  window.archiveSearch.isIdeograph = function (text) { return ideograph.test(text); };
})();

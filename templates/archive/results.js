/* What the search shows: hits below the fields of the header and the home page, and the page of results. It is loaded
   behind search.js, which finds them. */
(function () {
  "use strict";

  var root = window.archive.root, make = window.archive.make;
  var engine = window.archiveSearch;
  var find = engine.find, describe = engine.describe, words = engine.words;

  /* A text with the words that were found marked. */
  function marked(parent, text, found) {
    var piece = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[\p{L}\p{N}\u0300-\u036f]+(?:['\u2019][A-Za-z]+)?/gu;
    var last = 0, match;
    function show(start, end) {
      if (start > last) parent.appendChild(document.createTextNode(text.slice(last, start)));
      if (end > start) parent.appendChild(make("mark", {}, text.slice(start, end)));
      last = end;
    }
    while ((match = piece.exec(text))) {
      if (engine.isIdeograph(match[0])) {
        for (var place = 0; place + 1 < match[0].length; place += 1) {
          if (!found[match[0].substr(place, 2)]) continue;
          var end = place + 2;
          while (found[match[0].substr(end - 1, 2)]) end += 1;
          show(match.index + place, match.index + end);
          place = end - 1;
        }
      } else if (words(match[0]).some(function (word) { return found[word]; })) show(match.index, match.index + match[0].length);
    }
    show(text.length, text.length);
    return parent;
  }

  function badge(row) {
    return make("span", { "class": "sev sev-" + (row.tone || row.severity.toLowerCase()) }, row.severity);
  }

  function counted(number, name) { return number + " " + name.toLowerCase() + (number === 1 ? "" : "s"); }

  var kinds = ["Runbook", "Incident", "Action", "Decision"];

  /* Which of the kinds of pages were found, as "3 runbooks, 12 incidents". */
  function tally(hits) {
    return kinds.map(function (kind) {
      return { kind: kind, count: hits.filter(function (hit) { return hit.kind === kind; }).length };
    }).filter(function (one) { return one.count; });
  }

  function summary(hits) {
    if (!hits.length) return "Nothing found. Try fewer or other words.";
    return tally(hits).map(function (one) { return counted(one.count, one.kind === "Action" ? "action item" : one.kind); }).join(", ");
  }

  /* A pasted block is one line in the field; a sign stands for each end of a line. */
  function takePaste(field) {
    field.addEventListener("paste", function (event) {
      var text = event.clipboardData && event.clipboardData.getData("text");
      if (!text || !/\n/.test(text.trim())) return;
      event.preventDefault();
      field.setRangeText(text.trim().replace(/\s*\n\s*/g, " \u23ce ").slice(0, 8000), field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  /* Runs a query; of several at once only the last is shown. */
  var latest = 0;

  function run(query, next) {
    latest += 1;
    var own = latest;
    find(query, function (result) { if (own === latest) next(result); });
  }

  /* The hits in a box below a field: in the header, and on the home page. */
  function startBox(field) {
    var form = field.form;
    /* What is read out is outside the box, since a hidden region is not announced. */
    var status = form.appendChild(make("p", { "class": "quiet", role: "status" }));
    var box = make("div", { "class": "hits", hidden: "" });
    var head = box.appendChild(make("p", { "aria-hidden": "true" }));
    var list = box.appendChild(make("ol", {}));
    form.appendChild(box);
    takePaste(field);

    function close() { box.hidden = true; }

    function show() {
      var query = field.value;
      if (!query.trim()) { list.textContent = status.textContent = ""; return close(); }
      run(query, function (result) {
        describe(result.hits.slice(0, 8), function (hits) {
          if (field.value !== query) return;
          list.textContent = "";
          box.hidden = false;
          head.textContent = summary(result.hits) + (result.hits.length > 8 ? ". Enter shows all." : "");
          status.textContent = head.textContent;
          hits.forEach(function (hit) {
            var row = hit.row;
            var link = list.appendChild(make("li", {})).appendChild(make("a", { href: root + row.url }));
            if (row.severity) { link.appendChild(badge(row)); link.appendChild(document.createTextNode(" ")); }
            marked(link.appendChild(make("span", { "class": "hit-title" })), row.title, result.words);
            link.appendChild(make("span", { "class": "hit-text" },
              [hit.kind, row.day, row.section].filter(Boolean).join(" \u00b7 ")));
            if (row.fix) link.appendChild(make("span", { "class": "hit-text" }, "Fixed by: " + row.fix));
          });
        });
      });
    }

    field.addEventListener("input", show);
    field.addEventListener("focus", show);
    form.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && !box.hidden) { close(); field.focus(); close(); return; }
      if (!box.hidden) walk(event, field, list);
    });
    ["click", "focusin"].forEach(function (name) {
      document.addEventListener(name, function (event) { if (!form.contains(event.target)) close(); });
    });
    if (document.activeElement === field) show();
  }

  /* The arrows go from the field to the first hit, and on from hit to hit. */
  function walk(event, field, list) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var links = Array.prototype.slice.call(list.querySelectorAll("a"));
    var place = links.indexOf(document.activeElement);
    if (place < 0 && (document.activeElement !== field || event.key === "ArrowUp") || !links.length) return;
    event.preventDefault();
    var next = place + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) field.focus(); else links[Math.min(next, links.length - 1)].focus();
  }

  /* The page of results. */
  function startPage(form) {
    var field = form.querySelector("input");
    var status = document.querySelector("[data-status]");
    var chips = document.querySelector("[data-chips]");
    var list = document.querySelector("[data-found]");
    var more = document.querySelector("[data-more]");
    var result = { hits: [], words: {} }, chosen = "", shown = 0;
    takePaste(field);

    function hits() {
      return result.hits.filter(function (hit) { return !chosen || hit.kind === chosen; });
    }

    function addHits() {
      var all = hits(), own = result, kind = chosen;
      describe(all.slice(shown, shown + 10), function (some) {
        if (own !== result || kind !== chosen) return;
        if (shown === 0) list.textContent = "";
        shown += 10;
        some.forEach(function (hit) { list.appendChild(entry(hit)); });
        more.hidden = shown >= all.length;
      });
    }

    function entry(hit) {
      var row = hit.row;
      var item = make("li", {});
      item.appendChild(make("span", { "class": "soft small" }, row.day || hit.kind));
      item.appendChild(row.severity ? badge(row) : make("span", { "class": "soft small" }, row.day ? hit.kind : ""));
      var body = item.appendChild(make("div", {}));
      var link = body.appendChild(make("a", { href: root + row.url }));
      marked(link, row.title, result.words);
      if (row.section) {
        link.appendChild(document.createTextNode(" \u203a "));
        marked(link, row.section, result.words);
      }
      if (row.about) marked(body.appendChild(make("p", {})), row.about, result.words);
      if (row.fix) {
        var fix = body.appendChild(make("p", {}));
        fix.appendChild(make("b", {}, "Fixed by: "));
        marked(fix, row.fix, result.words);
      }
      return item;
    }

    function addChips() {
      var all = tally(result.hits);
      chips.textContent = "";
      chips.hidden = all.length < 2;
      [{ kind: "", count: result.hits.length }].concat(all).forEach(function (one) {
        var name = one.kind ? one.kind + "s" : "All";
        var button = make("button", {
          type: "button", "class": "button", "aria-pressed": String(one.kind === chosen), tabindex: one.kind === chosen ? "0" : "-1"
        }, name + " " + one.count);
        button.addEventListener("click", function () { choose(one.kind); });
        chips.appendChild(button);
      });
    }

    function choose(kind) {
      chosen = kind;
      shown = 0;
      addChips();
      addHits();
      chips.querySelector("[aria-pressed=true]").focus();
    }

    /* The chips are one stop of Tab; the arrows go from one to the next. */
    chips.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      var buttons = Array.prototype.slice.call(chips.children);
      var next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
      event.preventDefault();
      buttons.forEach(function (button) { button.tabIndex = button === next ? 0 : -1; });
      next.focus();
    });

    function show() {
      var query = field.value;
      if (!query.trim()) {
        latest += 1;
        result = { hits: [], words: {} };
        list.textContent = "";
        chips.hidden = more.hidden = true;
        status.textContent = "Type or paste an error message, an alert, a service or an incident ID.";
        return;
      }
      run(query, function (found) {
        result = found;
        shown = 0;
        if (!result.hits.some(function (hit) { return hit.kind === chosen; })) chosen = "";
        status.textContent = summary(result.hits);
        if (!result.hits.length) list.textContent = "";
        addChips();
        addHits();
      });
    }

    more.addEventListener("click", addHits);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      try { history.replaceState(null, "", "?q=" + encodeURIComponent(field.value)); } catch (error) { /* file:// of some browsers */ }
      show();
    });
    form.parentNode.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && list.contains(document.activeElement)) field.focus();
      walk(event, field, list);
    });
    field.addEventListener("input", show);
    var given = /[?&]q=([^&]*)/.exec(location.search);
    if (given && !field.value) {
      try { field.value = decodeURIComponent(given[1].replace(/\+/g, " ")); } catch (error) { field.value = given[1]; }
    }
    show();
  }

  var form = document.querySelector("[data-search]");
  if (form) startPage(form);
  document.querySelectorAll("#find, #ask").forEach(function (field) { if (field.form !== form) startBox(field); });
})();

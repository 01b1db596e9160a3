/* The learning archive: every page is complete without this file. A classic script, so that it
   works from file:// too. It is loaded before the style sheet, so that a remembered theme is there
   before the first paint. */
(function () {
  "use strict";

  var html = document.documentElement;
  var root = html.getAttribute("data-root") || "";

  function remembered(key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch (error) { /* Private windows have no storage. */ }
    return null;
  }

  var theme = remembered("archive-theme");
  if (theme === "light" || theme === "dark") html.setAttribute("data-theme", theme);

  function make(name, attributes, text) {
    var element = document.createElement(name);
    for (var key in attributes) element.setAttribute(key, attributes[key]);
    if (text) element.textContent = text;
    return element;
  }

  /* Theme */

  function isDark() {
    var set = html.getAttribute("data-theme");
    return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function startTheme() {
    var button = document.getElementById("theme");
    if (!button) return;
    function label() {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Use the light theme" : "Use the dark theme");
    }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      html.setAttribute("data-theme", next);
      remembered("archive-theme", next);
      label();
    });
  }

  /* Search: the index is a row of scripts, each calling archiveIndex(number, count, folder, documents);
     only the first knows the count. Incidents are cut into scripts from the oldest on.
     A document is [place, title, severity, day, words, text], and the style of the severity
     where its name does not say it. Its page is folder + place + "/index.html". At the end of the place, "="
     stands for the words of the title, or "=20" for 20 characters of them; the day "=" is that at the start of
     the place, and "\u00a4" in the words stands for the day. */

  var documents = [];
  var waiting = [];
  var state = "idle";
  var shards = {};
  var missing = 0;

  function load(number) {
    var script = make("script", { src: root + "search/index-" + number + ".js" });
    script.onerror = function () { arrived(number, null); };
    document.head.appendChild(script);
  }

  var kindOfFolder = { incidents: "Incident", runbooks: "Runbook", decide: "Decision" };

  /* A document of the index with all that its row leaves out. */
  function unpacked(folder, row) {
    var own = row[0].replace(/=(\d*)$/, function (sign, count) {
      var words = row[1].toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      return count ? words.slice(0, Number(count)) : words;
    });
    var place = folder + own;
    var name = place.split("/").slice(1).join("/");
    var kind = kindOfFolder[place.split("/")[0]];
    var day = row[3] === "=" ? own.slice(0, 10) : row[3];
    var text = row[4].split("\u00a4").join(day);
    return {
      url: place + "/index.html", title: row[1], kind: kind, severity: row[2], tone: row[6], day: day, text: row[5],
      low: [fold(row[1]), fold(kind === "Decision" ? text : name + " " + text), fold(row[5])]
    };
  }

  function arrived(number, batch) {
    if (batch) shards[number] = batch;
    missing -= 1;
    if (missing > 0) return;
    state = "ready";
    /* Of equal hits the first is shown first: runbooks and decisions, then the newest incident. */
    function isOfIncidents(key) { return shards[key].folder === "incidents/"; }
    Object.keys(shards).sort(function (a, b) {
      var kinds = isOfIncidents(a) - isOfIncidents(b);
      return kinds || (isOfIncidents(a) ? b - a : a - b);
    }).forEach(function (key) {
      shards[key].rows.forEach(function (row) { documents.push(unpacked(shards[key].folder, row)); });
    });
    shards = {};
    waiting.splice(0).forEach(function (next) { next(); });
  }

  window.archiveIndex = function (number, count, folder, rows) {
    if (number === 0) {
      missing = count;
      for (var other = 1; other < count; other += 1) load(other);
    }
    arrived(number, { folder: folder, rows: rows });
  };

  function whenReady(next) {
    if (state === "ready") return next();
    if (next) waiting.push(next);
    if (state === "loading") return;
    state = "loading";
    missing = 1;
    load(0);
  }

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function isBoundary(text, place) {
    return place === 0 || !/[a-z0-9]/.test(text.charAt(place - 1));
  }

  /* How well one term fits one field: at the start of a word counts twice, a whole word more. */
  function fit(text, term) {
    var best = 0;
    for (var place = text.indexOf(term); place >= 0; place = text.indexOf(term, place + 1)) {
      if (!isBoundary(text, place)) { best = Math.max(best, 1); continue; }
      var after = text.charAt(place + term.length);
      if (!after || !/[a-z0-9]/.test(after)) return 3;
      best = 2;
    }
    return best;
  }

  /* Whether two words differ by one letter added, left out or changed. */
  function isNear(word, term) {
    if (Math.abs(word.length - term.length) > 1) return false;
    var i = 0;
    while (i < term.length && word.charAt(i) === term.charAt(i)) i += 1;
    var rest = word.slice(i), other = term.slice(i);
    return rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1);
  }

  function nearFit(text, term) {
    var exact = fit(text, term);
    if (exact || term.length < 4) return exact;
    return text.split(/[^a-z0-9]+/).some(function (word) { return isNear(word, term); }) ? 1 : 0;
  }

  var weights = [8, 4, 1];

  function score(found, terms, whole, measure) {
    var sum = 0;
    for (var t = 0; t < terms.length; t += 1) {
      var best = 0;
      for (var f = 0; f < 3; f += 1) {
        best = Math.max(best, weights[f] * measure(found.low[f], terms[t]));
      }
      if (best === 0) return 0;
      sum += best;
    }
    if (found.low[1].indexOf(whole) >= 0 || found.low[0].indexOf(whole) >= 0) sum += 20;
    if (found.low[2].indexOf(whole) >= 0) sum += 8;
    return sum;
  }

  function rank(query, limit) {
    var whole = fold(query).trim();
    var terms = whole.split(/\s+/).filter(Boolean).slice(0, 12);
    if (terms.length === 0) return [];
    var looksLikeAlert = /^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(query.trim());
    function run(measure) {
      var hits = [];
      documents.forEach(function (found, order) {
        var points = score(found, terms, whole, measure);
        if (points > 0 && looksLikeAlert && found.kind === "Runbook") points += 30;
        if (points > 0) hits.push({ found: found, points: points, order: order });
      });
      return hits;
    }
    var hits = run(fit);
    if (hits.length === 0) hits = run(nearFit);
    hits.sort(function (a, b) { return b.points - a.points || a.order - b.order; });
    return { terms: terms, count: hits.length, best: hits.slice(0, limit).map(function (hit) { return hit.found; }) };
  }

  /* Where a term begins a word, from a place on; -1 when nowhere. */
  function wordAt(low, term, from) {
    var place = low.indexOf(term, from);
    while (place > 0 && !isBoundary(low, place)) place = low.indexOf(term, place + 1);
    return place;
  }

  /* Text with the terms marked, cut around the first of them. */
  function marked(parent, text, terms, longest) {
    var low = fold(text);
    if (low.length !== text.length) low = text.toLowerCase();
    var first = -1;
    terms.forEach(function (term) {
      var place = wordAt(low, term, 0);
      if (place >= 0 && (first < 0 || place < first)) first = place;
    });
    var start = first > longest / 2 ? text.indexOf(" ", first - longest / 3) + 1 : 0;
    var end = Math.min(text.length, start + longest);
    if (start > 0) parent.appendChild(document.createTextNode("… "));
    while (start < end) {
      var next = end, length = 0;
      terms.forEach(function (term) {
        var place = wordAt(low, term, start);
        if (place >= 0 && place < next) { next = place; length = term.length; }
      });
      parent.appendChild(document.createTextNode(text.slice(start, next)));
      if (length) parent.appendChild(make("mark", {}, text.slice(next, next + length)));
      start = next + length;
      if (!length) break;
    }
    if (end < text.length) parent.appendChild(document.createTextNode(" …"));
  }

  function badge(found) {
    return make("span", { "class": "sev sev-" + (found.tone || found.severity.toLowerCase()) }, found.severity);
  }

  function startHeaderSearch() {
    var field = document.getElementById("find");
    if (!field) return;
    var form = field.form;
    var box = make("div", { "class": "hits", hidden: "" });
    var status = make("p", { role: "status" });
    var list = make("ol", {});
    box.appendChild(status);
    box.appendChild(list);
    form.appendChild(box);

    function close() { box.hidden = true; }

    function show() {
      var query = field.value;
      list.textContent = "";
      if (!query.trim()) return close();
      box.hidden = false;
      if (state !== "ready") { status.textContent = "Loading the index…"; return whenReady(show); }
      var result = rank(query, 8);
      status.textContent = result.count
        ? result.count + (result.count === 1 ? " result" : " results") + (result.count > 8 ? ", Enter shows all" : "")
        : "Nothing found";
      (result.best || []).forEach(function (found) {
        var item = make("li", {});
        var link = make("a", { href: root + found.url });
        if (found.severity) { link.appendChild(badge(found)); link.appendChild(document.createTextNode(" ")); }
        marked(link.appendChild(make("span", { "class": "hit-title" })), found.title, result.terms, 200);
        link.appendChild(make("span", { "class": "hit-text" }, found.kind + (found.day ? ", " + found.day : "")));
        item.appendChild(link);
        list.appendChild(item);
      });
    }

    field.addEventListener("focus", function () { whenReady(function () {}); });
    field.addEventListener("input", show);
    form.addEventListener("keydown", function (event) {
      var links = Array.prototype.slice.call(list.querySelectorAll("a"));
      var place = links.indexOf(document.activeElement);
      if (event.key === "Escape") { close(); field.focus(); return; }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || box.hidden || !links.length) return;
      event.preventDefault();
      var next = place + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) field.focus(); else links[Math.min(next, links.length - 1)].focus();
    });
    document.addEventListener("click", function (event) {
      if (!form.contains(event.target)) close();
    });
    document.addEventListener("focusin", function (event) {
      if (!form.contains(event.target)) close();
    });
  }

  function startShortcut() {
    document.addEventListener("keydown", function (event) {
      var at = document.activeElement;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (at && /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
      var field = document.getElementById("ask") || document.getElementById("find");
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  }

  function startSearchPage() {
    var form = document.querySelector("[data-search]");
    if (!form) return;
    var field = form.querySelector("input");
    var status = document.querySelector("[data-status]");
    var list = document.querySelector("[data-found]");

    function show() {
      var query = field.value;
      list.textContent = "";
      if (!query.trim()) { status.textContent = "Type an error message, an alert, a service or an incident ID."; return; }
      var result = rank(query, 50);
      status.textContent = result.count
        ? result.count + (result.count === 1 ? " result" : " results") + (result.count > 50 ? ", the best 50 are shown" : "")
        : "Nothing found. Try fewer words, or browse below.";
      (result.best || []).forEach(function (found) {
        var item = make("li", {});
        item.appendChild(make("span", { "class": "soft small" }, found.day || found.kind));
        item.appendChild(found.severity ? badge(found) : make("span", { "class": "soft small" }, found.day ? found.kind : ""));
        var body = item.appendChild(make("div", {}));
        marked(body.appendChild(make("a", { href: root + found.url })), found.title, result.terms, 200);
        marked(body.appendChild(make("p", {})), found.text, result.terms, 260);
        list.appendChild(item);
      });
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      try { history.replaceState(null, "", "?q=" + encodeURIComponent(field.value)); } catch (error) { /* file:// of some browsers */ }
      whenReady(show);
    });
    field.addEventListener("input", function () { whenReady(show); });
    var given = /[?&]q=([^&]*)/.exec(location.search);
    if (given) {
      try { field.value = decodeURIComponent(given[1].replace(/\+/g, " ")); } catch (error) { field.value = given[1]; }
    }
    status.textContent = "Type an error message, an alert, a service or an incident ID.";
    if (field.value) { status.textContent = "Loading the index…"; whenReady(show); }
  }

  /* Copy */

  /* Of a session with prompts only the commands are copied, without the prompts and what they printed. */
  function commands(text) {
    var prompt = /^[ \t]*(?:[\w.@:~\/-]*\$|%)[ \t]+(?=\S)/;
    var lines = text.split("\n");
    if (!lines.some(function (line) { return prompt.test(line); })) return text;
    var isContinued = false;
    return lines.filter(function (line) {
      var isCommand = isContinued || prompt.test(line);
      isContinued = isCommand && /\\$/.test(line);
      return isCommand;
    }).map(function (line) { return line.replace(prompt, "").replace(/^> /, ""); }).join("\n");
  }

  function startCopy() {
    if (!navigator.clipboard) return;
    document.querySelectorAll("pre > code").forEach(function (code) {
      var button = make("button", { type: "button", "class": "button copy" }, "Copy");
      button.addEventListener("click", function () {
        var isMessage = code.parentNode.classList.contains("message");
        navigator.clipboard.writeText(isMessage ? code.textContent : commands(code.textContent)).then(function () {
          button.textContent = "Copied";
          setTimeout(function () { button.textContent = "Copy"; }, 1500);
        });
      });
      code.parentNode.appendChild(button);
      code.parentNode.classList.add("has-copy");
    });
  }

  /* Messages are filled in where they stand, and their length follows. */

  function startMessages() {
    document.querySelectorAll(".message > code").forEach(function (code) {
      var count = code.parentNode.nextElementSibling;
      code.setAttribute("contenteditable", "plaintext-only");
      if (!code.isContentEditable) return code.removeAttribute("contenteditable");
      code.setAttribute("role", "textbox");
      code.setAttribute("aria-multiline", "true");
      code.setAttribute("aria-label", code.parentNode.previousElementSibling.textContent);
      code.addEventListener("input", function () {
        var length = Array.from(code.textContent.replace(/\n$/, "")).length;
        count.textContent = length + (length === 1 ? " character" : " characters");
      });
    });
  }

  /* Tables: sort in place */

  function startTables() {
    document.querySelectorAll("table[data-table]").forEach(function (table) {
      if (table.tBodies[0].rows.length > 1) startSort(table, table.tBodies[0]);
    });
  }

  function startSort(table, body) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (!body.rows[0].cells[column].hasAttribute("data-sort")) return;
      var button = make("button", { type: "button" }, head.textContent);
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") !== "descending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        function key(row) { return row.cells[column].getAttribute("data-sort"); }
        Array.prototype.slice.call(body.rows).sort(function (a, b) {
          var x = key(a), y = key(b);
          if (x === y) return 0;
          if (!x || !y) return x ? -1 : 1;
          var order = isNaN(x) || isNaN(y) ? (x < y ? -1 : 1) : x - y;
          return down ? -order : order;
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  }

  /* Print opens what is closed, except what stands on the page a second time. */

  function startDetails() {
    window.addEventListener("beforeprint", function () {
      document.querySelectorAll("details:not(.again)").forEach(function (details) { details.open = true; });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    startTheme();
    startHeaderSearch();
    startSearchPage();
    startShortcut();
    startCopy();
    startMessages();
    startTables();
    startDetails();
  });
})();

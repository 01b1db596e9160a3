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

  /* For the scripts that come after this one. */
  window.archive = { root: root, make: make };

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

  /* Search: its scripts are loaded when a field is first used, and on its own page at once. */

  function startSearch() {
    var isLoaded = false;
    function load() {
      if (isLoaded) return;
      isLoaded = true;
      ["search.js", "results.js"].forEach(function (name) {
        var script = make("script", { src: root + name });
        script.async = false;
        document.head.appendChild(script);
      });
    }
    document.querySelectorAll("#find, #ask").forEach(function (field) {
      field.addEventListener("focus", load);
      if (document.activeElement === field) load();
    });
    if (document.querySelector("[data-search]")) load();
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
    startSearch();
    startShortcut();
    startCopy();
    startMessages();
    startTables();
    startDetails();
  });
})();

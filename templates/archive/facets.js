/* Lists narrowed in place: within a facet any of the ticked values fits, and every facet must fit. What is chosen
   is in the address, so that a link is a saved view. Without this file the facets are links, and lists are complete. */
(function () {
  "use strict";

  var make = window.archive.make;

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function all(parent, selector) { return Array.prototype.slice.call(parent.querySelectorAll(selector)); }

  /* What is chosen: the keys of each facet, and words. */

  function readChoice() {
    var choice = { words: "", facets: {} };
    location.search.slice(1).split("&").filter(Boolean).forEach(function (part) {
      var cut = part.indexOf("="), key, value;
      try {
        key = decodeURIComponent(part.slice(0, cut));
        value = decodeURIComponent(part.slice(cut + 1).replace(/\+/g, " "));
      } catch (error) { return; }
      if (key === "q") choice.words = value;
      else if (cut > 0) (choice.facets[key] = choice.facets[key] || []).push(value);
    });
    return choice;
  }

  function writeChoice(choice) {
    var parts = [];
    Object.keys(choice.facets).forEach(function (name) {
      choice.facets[name].forEach(function (key) {
        parts.push(encodeURIComponent(name) + "=" + encodeURIComponent(key));
      });
    });
    if (choice.words.trim()) parts.push("q=" + encodeURIComponent(choice.words));
    try {
      history.replaceState(null, "", location.pathname + (parts.length ? "?" + parts.join("&") : "") + location.hash);
    } catch (error) { /* Some browsers refuse this on a disk. */ }
  }

  /* A list of items, each { keys: { facet: [key] }, text }. `show(fitting, isNarrowed)` changes the page. */
  function narrow(aside, facets, items, noun, show) {
    var choice = readChoice();
    var chips = document.querySelector("[data-chosen]");
    var status = document.querySelector("[data-status]");
    var field = document.querySelector("[data-narrow] input");
    var names = {};
    facets.forEach(function (facet) {
      names[facet.name] = {};
      facet.values.forEach(function (value) { names[facet.name][value.key] = value.name; });
      if (choice.facets[facet.name]) {
        choice.facets[facet.name] = choice.facets[facet.name].filter(function (key) { return names[facet.name][key]; });
      }
    });
    Object.keys(choice.facets).forEach(function (name) {
      if (!names[name] || !choice.facets[name].length) delete choice.facets[name];
    });

    function fits(item, words, except) {
      for (var name in choice.facets) {
        if (name === except) continue;
        var keys = item.keys[name] || [];
        if (!choice.facets[name].some(function (key) { return keys.indexOf(key) >= 0; })) return false;
      }
      return words.every(function (word) { return item.text.indexOf(word) >= 0; });
    }

    function toggle(name, key) {
      var keys = choice.facets[name] || [];
      var place = keys.indexOf(key);
      if (place < 0) keys.push(key); else keys.splice(place, 1);
      if (keys.length) choice.facets[name] = keys; else delete choice.facets[name];
      apply();
    }

    function chip(text, label, remove) {
      var button = make("button", { type: "button", "class": "button", "aria-label": label }, text + " ×");
      button.addEventListener("click", function () { remove(); (chips.querySelector("button") || field).focus(); });
      chips.appendChild(button);
    }

    function showChoice(words) {
      chips.textContent = "";
      var count = 0;
      Object.keys(choice.facets).forEach(function (name) {
        choice.facets[name].forEach(function (key) {
          count += 1;
          chip(names[name][key], "Remove the filter " + names[name][key], function () { toggle(name, key); });
        });
      });
      if (words.length) {
        count += 1;
        chip("“" + choice.words.trim() + "”", "Remove the words", function () { choice.words = field.value = ""; apply(); });
      }
      if (count > 1) {
        chip("All", "Remove all filters", function () { choice = { words: "", facets: {} }; field.value = ""; apply(); });
      }
    }

    function showCounts(words) {
      facets.forEach(function (facet) {
        var counts = {};
        items.forEach(function (item) {
          if (!fits(item, words, facet.name)) return;
          (item.keys[facet.name] || []).forEach(function (key) { counts[key] = (counts[key] || 0) + 1; });
        });
        var chosen = choice.facets[facet.name] || [];
        all(aside, "[data-kind=\"" + facet.name + "\"] li").forEach(function (entry) {
          var key = entry.getAttribute("data-key");
          entry.querySelector("input").checked = chosen.indexOf(key) >= 0;
          entry.querySelector(".num").textContent = counts[key] || 0;
        });
      });
    }

    function apply() {
      var words = fold(choice.words).split(/\s+/).filter(Boolean);
      var isNarrowed = words.length > 0 || Object.keys(choice.facets).length > 0;
      var fitting = items.filter(function (item) { return fits(item, words, null); });
      showChoice(words);
      showCounts(words);
      status.textContent = !isNarrowed ? ""
        : fitting.length ? fitting.length + " of " + items.length + " " + noun
          : "Nothing fits. Remove a filter above.";
      writeChoice(choice);
      show(fitting, isNarrowed);
    }

    field.value = choice.words;
    field.addEventListener("input", function () { choice.words = field.value; apply(); });
    return { toggle: toggle, apply: apply };
  }

  /* Turns the values of a facet into boxes to tick; `tick(facet, key)` is told of each. */
  function makeBoxes(aside, tick) {
    all(aside, "[data-kind] li").forEach(function (entry) {
      var old = entry.firstElementChild;
      var label = make("label");
      var box = make("input", { type: "checkbox" });
      label.appendChild(box);
      label.appendChild(document.createTextNode(" " + old.textContent));
      entry.replaceChild(label, old);
      box.addEventListener("change", function () {
        tick(entry.parentNode.getAttribute("data-kind"), entry.getAttribute("data-key"));
      });
    });
  }

  /* The list of incidents: the values of all of them come from a script, and rows of other pages from more. */

  var known = { rows: {}, waiting: null };

  function load(name, failed) {
    var script = make("script", { src: name });
    script.onerror = failed;
    document.head.appendChild(script);
  }

  window.archiveFacets = function (length, facets, rows) { known.loaded({ length: length, facets: facets, rows: rows }); };

  window.archiveRows = function (number, rows) {
    known.rows[number] = rows;
    if (known.waiting) known.waiting();
  };

  function startIncidents(aside) {
    var field = document.querySelector("[data-narrow] input");
    var body = document.querySelector("table[data-table]").tBodies[0];
    var pager = document.querySelector(".pager");
    var more = make("button", { type: "button", "class": "button" }, "Show more");
    var own = Array.prototype.slice.call(body.rows);
    var step = 100;
    var list = null;
    var isAsked = false;
    var early = [];

    function pageOf(place, count, length) {
      return Math.min(Math.max(1, Math.floor(count / length)), Math.floor((count - 1 - place) / length) + 1);
    }

    function rowOf(place, count, length) {
      if (place < own.length) return own[place];
      var page = pageOf(place, count, length);
      if (!known.rows[page]) return null;
      var first = count - page * length;
      var holder = make("template");
      holder.innerHTML = known.rows[page][place - first];
      return holder.content.firstElementChild;
    }

    known.loaded = function (data) {
      var facets = data.facets.map(function (facet) {
        return { name: facet[0], values: facet[2].map(function (value) { return { key: value[0], name: value[1] }; }) };
      });
      var items = data.rows.map(function (row, place) {
        var keys = {}, text = row[0];
        facets.forEach(function (facet, number) {
          keys[facet.name] = row[number + 1].map(function (value) {
            text += " " + facet.values[value].name;
            return facet.values[value].key;
          });
        });
        return { keys: keys, text: fold(text), place: place };
      });
      var limit = step;
      var shown = { fitting: items, isNarrowed: false };

      function draw() {
        known.waiting = null;
        var part = shown.isNarrowed ? shown.fitting.slice(0, limit) : null;
        var missing = {};
        (part || []).forEach(function (item) {
          var page = pageOf(item.place, items.length, data.length);
          if (item.place >= own.length && !known.rows[page]) missing[page] = true;
        });
        if (Object.keys(missing).length) {
          known.waiting = draw;
          Object.keys(missing).forEach(function (page) {
            if (known.rows[page] === undefined) {
              known.rows[page] = null;
              load("rows-" + page + ".js", function () { known.rows[page] = []; draw(); });
            }
          });
          return;
        }
        body.textContent = "";
        (part ? part.map(function (item) { return rowOf(item.place, items.length, data.length); }) : own)
          .forEach(function (row) { if (row) body.appendChild(row); });
        if (pager) pager.hidden = shown.isNarrowed;
        more.hidden = !part || part.length === shown.fitting.length;
      }

      more.addEventListener("click", function () { limit += step; draw(); });
      list = narrow(aside, facets, items, "incidents", function (fitting, isNarrowed) {
        shown = { fitting: fitting, isNarrowed: isNarrowed };
        limit = step;
        draw();
      });
      list.apply();
      early.splice(0).forEach(function (one) { list.toggle(one[0], one[1]); });
    };

    function ask() {
      if (isAsked) return;
      isAsked = true;
      load(aside.getAttribute("data-facets"), function () { isAsked = false; });
    }

    more.hidden = true;
    body.parentNode.parentNode.insertBefore(more, body.parentNode.nextSibling);
    makeBoxes(aside, function (name, key) {
      if (list) list.toggle(name, key); else { early.push([name, key]); ask(); }
    });
    field.addEventListener("focus", ask);
    if (location.search) ask();
  }

  /* A list that is whole on its page: each row says its own values, and the facets are made of them. */

  function startRows(aside) {
    var rows = all(document, "[data-keys]");
    var facets = [];
    var items = rows.map(function (row) {
      var keys = {};
      JSON.parse(row.getAttribute("data-keys")).forEach(function (entry) {
        keys[entry[0]] = entry.slice(1);
      });
      return { keys: keys, text: fold(row.textContent), row: row };
    });
    all(aside, "[data-kind]").forEach(function (group) {
      var values = all(group, "li").map(function (entry) {
        return { key: entry.getAttribute("data-key"), name: entry.firstElementChild.textContent };
      });
      facets.push({ name: group.getAttribute("data-kind"), values: values });
    });
    var list;
    makeBoxes(aside, function (name, key) { list.toggle(name, key); });
    list = narrow(aside, facets, items, aside.getAttribute("data-noun"), function (fitting, isNarrowed) {
      items.forEach(function (item) { item.row.hidden = true; });
      fitting.forEach(function (item) { item.row.hidden = false; });
      all(document, "[data-part]").forEach(function (part) {
        part.hidden = isNarrowed && !part.querySelector("[data-keys]:not([hidden])");
      });
    });
    if (location.search) list.apply();
  }

  document.addEventListener("DOMContentLoaded", function () {
    all(document, "[data-facets]").forEach(function (aside) {
      if (aside.getAttribute("data-facets")) startIncidents(aside); else startRows(aside);
    });
  });
})();

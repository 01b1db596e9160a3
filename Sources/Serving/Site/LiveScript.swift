/// What is added to a page while it is served. All texts become text nodes.
enum LiveScript {
  /// A hidden page does not listen: a browser opens six connections to a server, for all its tabs together.
  static let script = """
    (() => {
      "use strict";
      const loaded = document.currentScript.dataset.version;
      const page = encodeURIComponent(decodeURIComponent(location.pathname));
      const kept = "build-site-findings";
      let source = null;
      let retry = 0;
      let panel = null;

      function element(name, text, className) {
        const made = document.createElement(name);
        if (text !== undefined) made.textContent = text;
        if (className) made.className = className;
        return made;
      }

      function counted(count, noun) {
        return `${count} ${noun}${count === 1 ? "" : "s"}`;
      }

      function isOpen() {
        try { return sessionStorage.getItem(kept) === "open"; } catch { return false; }
      }

      function keep(open) {
        try { sessionStorage.setItem(kept, open ? "open" : ""); } catch { /* no storage */ }
      }

      function list(title, findings, count) {
        const part = element("section");
        part.append(element("h2", title));
        const items = element("ul");
        for (const finding of findings) {
          const item = element("li");
          item.append(
            element("code", finding.place),
            element("p", `${finding.level}[${finding.code}]: ${finding.message}`, finding.level));
          if (finding.help) item.append(element("p", `help: ${finding.help}`, "help"));
          items.append(item);
        }
        part.append(items);
        if (count > findings.length) part.append(element("p", `and ${count - findings.length} more`));
        return part;
      }

      function show(summary, parts, className) {
        const next = element("aside", undefined, `build-site-live ${className}`);
        next.setAttribute("aria-label", "Findings of this page");
        const line = element("p", summary, "live-line");
        line.setAttribute("role", "status");
        if (parts.length === 0) {
          next.append(line);
        } else {
          const details = element("details");
          details.open = isOpen();
          details.addEventListener("toggle", () => keep(details.open));
          const title = element("summary");
          title.append(line);
          const body = element("div");
          body.tabIndex = 0;
          body.setAttribute("role", "region");
          body.setAttribute("aria-label", "List of findings");
          body.append(...parts);
          details.append(title, body);
          next.append(details);
        }
        if (panel) panel.replaceWith(next); else document.body.append(next);
        panel = next;
      }

      function update(state) {
        if (state.version !== loaded) {
          stop();
          location.reload();
          return;
        }
        const parts = [];
        if (state.problem) parts.push(element("p", state.problem, "error"));
        if (state.here > 0) parts.push(list("On this page", state.shown, state.here));
        if (state.elsewhere > 0) parts.push(list("Errors elsewhere", state.others, state.elsewhere));
        const here = state.here > 0 ? counted(state.here, "finding") + " on this page" : "No findings on this page";
        show(
          state.problem ? "Not rebuilt: this is the last good page" : `${here}, ${state.findings} in all`, parts,
          state.problem ? "problem" : state.here > 0 ? "findings" : "quiet");
      }

      function stop() {
        clearTimeout(retry);
        if (source) source.close();
        source = null;
      }

      function listen() {
        stop();
        source = new EventSource(`/.build-site/events?page=${page}`);
        source.addEventListener("state", event => update(JSON.parse(event.data)));
        source.addEventListener("error", () => {
          show("Not connected: build-site serve has ended", [], "problem");
          if (source && source.readyState === EventSource.CLOSED) retry = setTimeout(listen, 2000);
        });
      }

      document.addEventListener("visibilitychange", () => {
        if (document.hidden) stop(); else listen();
      });
      window.addEventListener("pagehide", stop);
      window.addEventListener("pageshow", event => { if (event.persisted) listen(); });
      if (!document.hidden) listen();
    })();

    """

  static let style = """
    .build-site-live {
      position: fixed; inset: auto 0.75rem 0.75rem auto; z-index: 2147483000; max-width: min(40rem, calc(100vw - 1.5rem));
      font: 0.875rem/1.4 system-ui, sans-serif; color-scheme: light dark; color: CanvasText; background: Canvas;
      border: 1px solid GrayText; border-left: 0.3rem solid GrayText; border-radius: 0.3rem;
      box-shadow: 0 0.1rem 0.6rem rgb(0 0 0 / 0.25);
    }
    [data-theme="light"] .build-site-live { color-scheme: light; }
    [data-theme="dark"] .build-site-live { color-scheme: dark; }
    .build-site-live.findings { border-left-color: #b7791f; }
    .build-site-live.problem { border-left-color: #c53030; }
    .build-site-live details, .build-site-live section { margin: 0; padding: 0; border: 0; background: none; }
    .build-site-live .live-line { display: inline; }
    .build-site-live > .live-line { display: block; padding: 0.4rem 0.75rem; }
    .build-site-live details > summary {
      margin: 0; padding: 0.4rem 0.75rem; font: inherit; color: inherit; cursor: pointer;
    }
    .build-site-live details > div {
      margin: 0; max-height: 50vh; overflow: auto; padding: 0 0.75rem 0.75rem; border: 0;
    }
    .build-site-live h2 { margin: 0.6rem 0 0.3rem; padding: 0; border: 0; font: inherit; font-weight: 600; color: inherit; }
    .build-site-live ul { margin: 0; padding: 0; list-style: none; }
    .build-site-live li { margin: 0 0 0.6rem; overflow-wrap: anywhere; }
    .build-site-live p { margin: 0; }
    .build-site-live code {
      padding: 0; font: 0.8125rem/1.4 ui-monospace, monospace; background: none; color: inherit; user-select: all;
    }
    .build-site-live .error { font-weight: 600; }
    @media print { .build-site-live { display: none; } }

    """
}

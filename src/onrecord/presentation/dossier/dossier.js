// The page reads well without this script. With it, a field, a position or a quote opens beside
// the page instead of far below, and the list of statements can be filtered.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  document.documentElement.classList.add("js");

  // --- the panel: a copy of a part of this page, with the quoted passage highlighted ---------
  const panel = byId("panel");
  const body = byId("panel-body");
  const title = byId("panel-title");
  const back = byId("panel-back");
  const trail = [];

  const show = ({ id, marks, top }) => {
    const target = byId(id);
    const holder = target && (target.closest("[data-panel]") || target.querySelector("[data-panel]"));
    if (!holder) return false;
    const copy = holder.cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
    title.textContent = holder.dataset.panel;
    body.replaceChildren(copy);
    back.hidden = trail.length < 2;
    if (!panel.open) panel.showModal();
    let first = null;
    for (const mark of copy.querySelectorAll("mark")) {
      if (mark.dataset.m.split(" ").some((m) => marks.includes(m))) {
        mark.classList.add("on");
        first = first || mark;
      }
    }
    body.scrollTop = top || 0;
    if (first && top === undefined) first.scrollIntoView({ block: "center" });
    return true;
  };

  const open = (view) => {
    if (trail.length) trail[trail.length - 1].top = body.scrollTop;
    trail.push(view);
    if (show(view)) return true;
    trail.pop();
    return false;
  };

  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[data-open]");
    if (!link || typeof panel.showModal !== "function") return;
    const id = link.getAttribute("href").slice(1);
    const marks = (link.dataset.marks || "").split(" ").filter(Boolean);
    if (!panel.open) trail.length = 0;
    if (open({ id, marks })) {
      event.preventDefault();
      title.focus({ preventScroll: true });
    }
  });
  back.addEventListener("click", () => {
    trail.pop();
    show(trail[trail.length - 1]);
    title.focus({ preventScroll: true });
  });
  byId("panel-close").addEventListener("click", () => panel.close());
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });

  // --- the filter of statements -----------------------------------------------------------
  const form = document.querySelector("form.filter");
  if (form) {
    const PAGE = 40;
    const found = byId("found");
    const whole = found.textContent;
    const pager = document.querySelector(".pager");
    const lines = [...document.querySelectorAll(".voices > li")].map((element) => ({
      element,
      text: element.textContent.toLowerCase(),
      outlets: element.dataset.outlets.split("\n"),
    }));
    let shown = PAGE;
    const value = (name) => form.elements[name].value;
    const fits = ({ element, text, outlets }) =>
      value("words").toLowerCase().split(/\s+/).every((word) => text.includes(word)) &&
      (!value("party") || element.dataset.party === value("party")) &&
      (!value("speaker") || element.dataset.speaker === value("speaker")) &&
      (!value("outlet") || outlets.includes(value("outlet")));
    const apply = () => {
      let count = 0;
      for (const line of lines) {
        const fitting = fits(line);
        if (fitting) count += 1;
        line.element.hidden = !fitting || count > shown;
      }
      const all = count === lines.length;
      found.textContent = all ? whole : `${count} of ${lines.length} statements`;
      pager.hidden = count <= shown;
    };
    const restart = () => {
      shown = PAGE;
      apply();
    };
    form.addEventListener("input", restart);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(restart));
    pager.querySelector("button").addEventListener("click", () => {
      shown += PAGE;
      apply();
    });
    addEventListener("beforeprint", () => {
      for (const line of lines) line.element.hidden = !fits(line);
    });
    addEventListener("afterprint", apply);
    apply();
  }

  // --- print everything, and put it back --------------------------------------------------
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open])")) {
      part.open = true;
      part.dataset.closed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const part of document.querySelectorAll("details[data-closed]")) {
      part.open = false;
      delete part.dataset.closed;
    }
  });
})();

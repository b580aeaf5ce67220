// The side panel: a thread, search, the inspector, or the faults.
import { h, fill, iconButton } from "./dom.js";
import { ui, closePanel } from "./ui.js";
import { Thread } from "./thread.js";
import { Inspector } from "./inspector.js";
import { Faults } from "./faults.js";
import { Search } from "./search.js";

export class Panel {
  constructor(el) {
    this.el = el;
    this.kinds = { thread: new Thread(), inspector: new Inspector(), faults: new Faults(), search: new Search() };
    el.addEventListener("keydown", (e) => { if (e.key === "Escape" && !e.defaultPrevented) this.close(); });
  }

  get kind() { return ui.tool || (ui.thread ? "thread" : ""); }

  close() {
    closePanel();
    document.querySelector("#main textarea")?.focus();
  }

  route(before) {
    const kind = this.kind;
    const fresh = kind !== this.shown;
    this.shown = kind;
    this.el.hidden = !kind;
    document.body.classList.toggle("with-panel", Boolean(kind));
    if (!kind) { this.el.replaceChildren(); return; }
    const part = this.kinds[kind];
    if (fresh) {
      this.el.setAttribute("role", "complementary");
      this.el.setAttribute("aria-label", part.title);
      this.el.dataset.kind = kind;
      fill(this.el, h("header", { class: "bar" }, h("h1", {}, part.title), part.tools ?? null, iconButton("close", `Close ${part.title.toLowerCase()}`, () => this.close())), part.el);
    }
    part.route(before, fresh);
  }

  update(what) { if (this.kind) this.kinds[this.kind].update(what); }
}

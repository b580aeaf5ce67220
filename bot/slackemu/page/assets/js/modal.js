// The person's modals, of which the topmost is shown. The browser's own dialog keeps
// the focus inside.
import { h, fill, iconButton, keepFocus } from "./dom.js";
import { model, nameOf } from "./model.js";
import { ui, openTool } from "./ui.js";
import { act } from "./act.js";
import { blocks } from "./blocks.js";
import { plainText } from "./text.js";
import { viewContext, inputsOf } from "./viewcontext.js";

export class Modals {
  constructor() {
    this.form = h("form", { onsubmit: (e) => { e.preventDefault(); this.submit(); } });
    this.el = h("dialog", { class: "dialog modal", "aria-labelledby": "modal-title", oncancel: (e) => { e.preventDefault(); this.close(false); } }, this.form);
    document.body.append(this.el);
  }

  route() { this.draw(); }

  update(what) {
    this.before ??= new Set([...model.desks.values()].flatMap((d) => d.modals.map((v) => v.id)));
    if (what.whole || what.parts.has("desks")) this.draw();
  }

  // As in Slack, a modal that was open before this page loaded is not shown.
  get stack() { return (model.desks.get(ui.me)?.modals ?? []).filter((v) => !this.before?.has(v.id)); }

  draw() {
    const top = this.stack.at(-1);
    if (!top) {
      if (this.el.open) this.el.close();
      this.signature = "";
      return;
    }
    const signature = `${ui.me} ${top.id} ${top.hash} ${this.stack.length} ${JSON.stringify(top.errors ?? {})} ${JSON.stringify(top.payload.state)}`;
    let same = true;
    if (signature !== this.signature) {
      same = this.view?.id === top.id;
      this.view = top;
      this.signature = signature;
      const scroll = same ? this.form.querySelector(".dialog-body")?.scrollTop : 0;
      keepFocus(this.form, () => this.fill(top));
      this.form.querySelector(".dialog-body").scrollTop = scroll;
      this.sending(false);
    }
    if (!this.el.open) { this.el.showModal(); same = false; }
    if (!same) this.focusFirst();
  }

  // focusFirst puts the focus into the first field, as Slack does.
  focusFirst() {
    const body = this.form.querySelector(".dialog-body");
    (body.querySelector("[autofocus]") ?? body.querySelector("input, select, textarea, summary") ?? this.send ?? this.form.querySelector(".dialog-foot button")).focus();
  }

  fill(view) {
    const p = view.payload;
    const pushed = this.stack.length > 1;
    this.send = p.submit && h("button", { type: "submit", class: "button primary", data: { key: "submit" } }, plainText(p.submit.text));
    fill(this.form,
      h("header", { class: "dialog-head" },
        pushed && iconButton("back", "Back", () => this.close(false)),
        h("h2", { id: "modal-title" }, plainText(p.title.text)), h("span", { class: "sub" }, nameOf(model.setup.bot)),
        iconButton("code", "Inspect this view", () => { openTool("inspector", { view: view.id }); }),
        iconButton("close", "Close", () => this.close(true))),
      h("div", { class: "dialog-body" }, blocks(p.blocks, viewContext(view, "modal"))),
      h("footer", { class: "dialog-foot" },
        h("button", { type: "button", class: "button", data: { key: "close" }, onclick: () => this.close(false) }, p.close ? plainText(p.close.text) : "Close"),
        this.send));
  }

  async submit() {
    this.sending(true);
    if (!(await act("submit", { view: this.view.id, inputs: inputsOf(this.view) }))) this.sending(false);
    else this.waiting = setTimeout(() => this.sending(false), 4000); // a failing app leaves the view open
  }

  sending(on) {
    clearTimeout(this.waiting);
    if (!this.send) return;
    this.send.disabled = on;
    this.send.setAttribute("aria-busy", String(on));
  }

  // close closes the top view, or the whole stack.
  close(all) {
    const view = all ? this.stack[0] : this.stack.at(-1);
    if (view) act("close", { view: view.id });
  }
}

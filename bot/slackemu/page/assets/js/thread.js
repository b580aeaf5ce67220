// A thread at the side.
import { h } from "./dom.js";
import { model, inThread } from "./model.js";
import { ui } from "./ui.js";
import { message, together } from "./message.js";
import { List } from "./list.js";
import { Composer } from "./composer.js";
import { working } from "./working.js";

export class Thread {
  title = "Thread";

  constructor() {
    this.scroller = h("div", { class: "scroller" });
    this.list = new List(this.scroller, {
      draw: (m, before) => message(m, { grouped: this.goesOn(before, m), threaded: true }),
      sign: (m, before) => `${m.version} ${this.goesOn(before, m)}`,
      between: (before, m) => this.line(before, m),
    });
    this.status = h("div", { class: "working", "aria-live": "polite" });
    this.composer = new Composer(() => ({ channel: ui.place, thread: ui.thread }), this.list);
    this.el = h("div", { class: "thread" }, this.scroller, h("footer", {}, this.status, this.composer.el));
  }

  goesOn(before, m) { return Boolean(before) && before.ts !== ui.thread && together(before, m); }

  line(before, m) {
    if (before?.ts !== ui.thread) return null;
    const n = model.channels.get(ui.place)?.replies.get(ui.thread)?.length ?? 0;
    return { key: `replies ${m.ts} ${n}`, make: () => h("div", { class: "line", role: "separator" }, h("span", {}, n === 1 ? "1 reply" : `${n} replies`)) };
  }

  route(before, fresh) {
    const moved = fresh || before.thread !== ui.thread || before.place !== ui.place || before.me !== ui.me;
    if (moved) this.composer.place("Reply in the thread");
    this.draw(moved);
    if (moved) this.composer.focus();
  }

  update(what) { if (what.whole || what.parts.has("people") || what.parts.has("threads") || what.channels.has(ui.place)) this.draw(what.whole); }

  draw(fresh) {
    const ch = model.channels.get(ui.place);
    if (!ch) return;
    this.list.box.setAttribute("aria-label", "Thread");
    this.list.set(inThread(ch, ui.thread, ui.me), fresh);
    working(this.status, ui.place, ui.thread);
  }
}

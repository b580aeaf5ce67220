// What went over the wire: everything, or only what is behind one message or view.
import { h, fill } from "./dom.js";
import { model, nameOf } from "./model.js";
import { ui, openTool } from "./ui.js";
import { entry, signOf, json } from "./entry.js";
import { behindMessage, behindView } from "./causes.js";
import { mrkdwn } from "./text.js";

const most = 250; // entries in the document

export class Inspector {
  title = "Inspector";

  constructor() {
    this.subject = h("div", { class: "subject" });
    this.list = h("ol", { class: "traffic", "aria-label": "Envelopes and calls" });
    this.known = new Map();
    this.filter = h("input", { class: "field", type: "search", placeholder: "Filter, such as chat.postMessage", "aria-label": "Filter", oninput: () => this.draw() });
    this.count = h("div", { class: "hint" });
    this.el = h("div", { class: "inspector" }, this.subject, h("div", { class: "filter" }, this.filter, this.count), this.list);
    this.open = new Set();
  }

  route() { this.draw(); }

  update(what) { if (what.whole || what.parts.has("traffic") || what.channels.size || what.parts.has("desks")) this.draw(); }

  draw() {
    const s = ui.subject;
    let entries;
    if (s?.message) {
      const m = model.channels.get(s.message.channel)?.byTS.get(s.message.ts);
      this.drawSubject(m ? `Message of ${nameOf(m.payload.user)}` : "Message", m ? m.payload : null, m?.only && `Only ${nameOf(m.only)} sees it.`, m?.pings);
      entries = behindMessage(s.message);
    } else if (s?.view) {
      const v = model.views.get(s.view);
      this.drawSubject("View", v?.payload);
      entries = behindView(s.view);
    } else if (s?.call) {
      this.drawSubject("Refused call");
      entries = model.calls.filter((c) => c === s.call);
      entries.forEach((c) => this.open.add(c));
    } else {
      this.subjectSign = "";
      fill(this.subject);
      entries = [...model.envelopes.values(), ...model.calls];
    }
    this.drawEntries(entries);
  }

  drawSubject(title, payload, note, pings) {
    const sign = title + JSON.stringify(payload ?? null) + (pings ?? "");
    if (sign === this.subjectSign) return;
    this.subjectSign = sign;
    fill(this.subject,
      h("div", { class: "subject-head" }, h("h2", {}, title), h("button", { type: "button", class: "quiet", onclick: () => openTool("inspector") }, "Show everything")),
      note && h("p", { class: "hint" }, note), pings?.length ? h("p", { class: "hint" }, `Pings ${pings.join(", ")}`) : null,
      payload && h("details", { class: "payload", open: true }, h("summary", {}, "Payload"), json(payload)),
      h("h3", {}, "Behind it"));
  }

  drawEntries(entries) {
    const words = this.filter.value.trim().toLowerCase();
    const all = entries.filter((e) => !words || `${e.method ?? ""} ${e.event ?? ""} ${e.kind ?? ""} ${e.error ?? ""}`.toLowerCase().includes(words))
      .sort((a, b) => timeOf(a) - timeOf(b));
    const shown = all.slice(-most);
    this.count.textContent = shown.length < all.length ? `the last ${shown.length} of ${all.length}` : `${all.length}`;
    const bottom = this.el.scrollHeight - this.el.scrollTop - this.el.clientHeight < 60;
    const used = new Set();
    let spot = this.list.firstChild;
    for (const e of shown) {
      const key = e.method ? e : e.id;
      const sign = signOf(e);
      let k = this.known.get(key);
      if (!k || k.sign !== sign) {
        const el = entry(e, this.open);
        if (k) { if (k.el === spot) spot = spot.nextSibling; k.el.remove(); }
        this.known.set(key, k = { el, sign });
      }
      if (k.el === spot) spot = spot.nextSibling; else this.list.insertBefore(k.el, spot);
      used.add(key);
    }
    while (spot) { const next = spot.nextSibling; spot.remove(); spot = next; }
    for (const key of this.known.keys()) if (!used.has(key)) this.known.delete(key);
    if (bottom && !ui.subject) this.el.scrollTop = this.el.scrollHeight;
    if (!shown.length) fill(this.list, h("li", { class: "hint" }, mrkdwn("Nothing yet.")));
  }
}

const timeOf = (e) => (e.method ? e.at : e.sent[0] ?? 0);

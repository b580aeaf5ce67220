// Breaking the connection, to watch the app recover.
import { h, fill } from "./dom.js";
import { model } from "./model.js";
import { plainly } from "./act.js";

const sockets = [
  ["warning", "Warn of a disconnect", "A warning; the sockets stay open."],
  ["refresh_requested", "Ask for a refresh", "Slack's usual disconnect, every few hours."],
  ["link_disabled", "Disable the link", "Socket Mode is switched off and on again."],
  ["drop", "Drop the connection", "TCP ends without a word: noticed at once."],
  ["hang", "Hang", "The sockets stay open and say nothing: noticed within a minute."],
];

const calls = [
  ["429", "Rate limit", "429 with Retry-After"],
  ["503", "Server error", "HTTP 503"],
  ["slow", "Slow", "every call waits, until healed"],
  ["lose", "Lose the answer", "the call is done, its answer is lost"],
];

export class Faults {
  title = "Faults";

  constructor() {
    const field = (props) => h("input", { class: "field", ...props });
    this.method = h("select", { class: "select", "aria-label": "Method" }, h("option", { value: "*" }, "all methods"),
      ["chat.postMessage", "chat.postEphemeral", "chat.update", "response_url", "views.open", "views.publish", "reactions.add", "apps.connections.open", "socket"]
        .map((m) => h("option", { value: m }, m)));
    this.count = field({ type: "number", min: 1, max: 1000, value: 3, "aria-label": "How many" });
    this.wait = field({ type: "number", min: 1, max: 600, value: 5, "aria-label": "Seconds" });
    this.pending = h("div", { class: "pending", "aria-live": "polite" });
    const button = (name, note, run, key) => h("div", { class: "fault" }, h("button", { type: "button", class: "button", data: { fault: key }, onclick: run }, name), h("small", {}, note));
    this.el = h("div", { class: "faults" },
      h("h2", {}, "Sockets"), sockets.map(([kind, name, note]) => button(name, note, () => this.cause(kind), kind)),
      h("h2", {}, "Web API"), h("div", { class: "fault-form" }, h("label", {}, "Method", this.method), h("label", {}, "Calls", this.count), h("label", {}, "Seconds", this.wait)),
      calls.map(([kind, name, note]) => button(name, note, () => this.cause(kind), kind)),
      h("h2", {}, "Events"), button("Deliver twice", "the next events, as many as above, come twice", () => this.cause("duplicate"), "duplicate"),
      this.pending);
  }

  cause(fault) {
    plainly("fault", { fault, method: this.method.value, count: Number(this.count.value), seconds: Number(this.wait.value) });
  }

  route() { this.draw(); }

  update() { this.draw(); }

  draw() {
    const all = model.wire.faults;
    fill(this.pending, h("h2", {}, "Still to come"), all.length
      ? h("ul", {}, all.map((f) => h("li", {}, h("code", {}, f.kind), ` ${f.method === "*" ? "all methods" : f.method}`, f.left ? `, ${f.left} more` : "", f.wait ? `, ${f.wait / 1e9} s` : "")))
      : h("p", { class: "hint" }, "Nothing."),
    h("button", { type: "button", class: "button primary", data: { fault: "heal" }, onclick: () => plainly("heal", {}) }, "Heal everything"));
  }
}

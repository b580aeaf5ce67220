// The list of conversations, the choice of a person, and the tools.
import { h, fill, icon, iconButton, keepFocus } from "./dom.js";
import { model, nameOf, dmOf, sees, titleOf } from "./model.js";
import { ui, go, openTool, closePanel, toggleDrawer } from "./ui.js";
import { unread } from "./unread.js";
import { toggleTheme, isDark } from "./theme.js";
import { avatar } from "./avatar.js";

export class Side {
  constructor(el) {
    this.el = el;
    el.addEventListener("keydown", (e) => { if (e.key === "Escape" && ui.drawer) toggleDrawer(false); });
    document.addEventListener("pointerdown", (e) => {
      if (ui.drawer && !el.contains(e.target) && !e.target.closest(".burger")) toggleDrawer(false);
    });
  }

  route() { this.draw(); }

  update() { this.draw(); }

  draw() {
    const dm = dmOf(ui.me);
    const rooms = [...model.channels.values()].filter((c) => !c.direct && sees(ui.me, c));
    const home = () => iconButton("close", "Close the list", () => toggleDrawer(false), { class: "icon-button close-drawer" });
    keepFocus(this.el, () => fill(this.el,
      h("div", { class: "brand" }, h("span", { class: "logo", "aria-hidden": "true" }, icon("star")), h("span", {}, model.setup.title || "Playground"),
        iconButton("search", "Search messages", () => { ui.drawer = false; openTool("search"); }, { data: { key: "search", tool: "search" } }), home()),
      this.people(),
      this.section("Apps", dm && this.item(dm, [avatar(model.setup.bot, "", "tiny"), nameOf(model.setup.bot)], ui.place === "home")),
      this.section("Channels", rooms.filter((c) => !c.group).map((c) => this.item(c, [h("span", { class: "mark" }, c.private ? icon("lock") : "#"), c.name]))),
      this.section("Group messages", rooms.filter((c) => c.group).map((c) => this.item(c, [h("span", { class: "mark" }, icon("people")), h("span", { class: "names" }, titleOf(c, ui.me))]))),
      h("div", { class: "side-foot" }, this.line(), this.tools())));
  }

  people() {
    return h("div", { class: "people", role: "radiogroup", "aria-label": "You are" }, model.setup.people.map((p) => h("button", {
      type: "button", role: "radio", "aria-checked": String(p.id === ui.me), class: "person", data: { key: `me-${p.id}`, person: nameOf(p.id) }, onclick: () => this.become(p.id),
    }, avatar(p.id, nameOf(p.id), "tiny"), h("span", {}, nameOf(p.id)), p.note && h("span", { class: "badge" }, p.note))));
  }

  // become switches to another person in the same kind of place, threads included.
  become(id) {
    const direct = model.channels.get(ui.place)?.direct;
    go({ me: id, place: direct ? dmOf(id)?.id : ui.place, thread: direct ? "" : ui.thread });
  }

  section(title, items) {
    if (!items || !items.length && Array.isArray(items)) return null;
    return h("section", { "aria-label": title }, h("h2", {}, title), h("ul", {}, items));
  }

  item(ch, content, also = false) {
    const n = unread(ui.me, ch);
    const here = ui.place === ch.id || also;
    return h("li", {}, h("button", {
      type: "button", class: `room${n ? " unread" : ""}`, "aria-current": here ? "page" : undefined, data: { key: ch.id, room: ch.name }, onclick: () => go({ place: ch.id }),
    }, content, n ? h("span", { class: "badge count", "aria-label": `${n} unread` }, n) : null));
  }

  // line says how the app is connected.
  line() {
    const w = model.wire, off = document.body.classList.contains("offline");
    const text = off ? "Connection lost; reconnecting" : w.hung && w.hung >= w.sockets ? "The app's sockets hang; it notices within a minute"
      : w.sockets ? `App connected, ${w.sockets} socket${w.sockets > 1 ? "s" : ""}` : "The app is not connected";
    const state = off || !w.sockets ? "bad" : w.hung || w.queue || w.faults.length ? "warn" : "good";
    const more = [w.queue && `${w.queue} waiting`, w.faults.length && `${w.faults.length} fault${w.faults.length > 1 ? "s" : ""}`].filter(Boolean).join(", ");
    return h("div", { class: `line-state ${state}` }, h("i", { "aria-hidden": "true" }), h("span", {}, text, more && ` · ${more}`));
  }

  tools() {
    const tool = (name, label, glyph) => h("button", {
      type: "button", class: "tool", "aria-pressed": String(ui.tool === name), data: { key: `tool-${name}`, tool: name },
      onclick: () => { ui.drawer = false; if (ui.tool === name) closePanel(); else openTool(name); },
    }, icon(glyph), label);
    const dark = isDark();
    return h("div", { class: "tools" }, tool("inspector", "Inspector", "code"), tool("faults", "Faults", "bolt"),
      iconButton(dark ? "sun" : "moon", dark ? "Light theme" : "Dark theme", () => { toggleTheme(); this.draw(); }, { data: { key: "theme" } }));
  }
}

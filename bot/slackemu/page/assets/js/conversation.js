// The middle: a channel or the direct message with the app, or its Home tab.
import { h, fill, iconButton, icon } from "./dom.js";
import { model, topLevel, dmOf, nameOf, titleOf } from "./model.js";
import { ui, go, toggleDrawer } from "./ui.js";
import { act } from "./act.js";
import { message, together, dateOf } from "./message.js";
import { List } from "./list.js";
import { Composer, say } from "./composer.js";
import { Home } from "./home.js";
import { working } from "./working.js";
import { read, readUpTo, begin } from "./unread.js";
import { avatar } from "./avatar.js";

export class Conversation {
  constructor(el) {
    this.head = h("header", { class: "bar" });
    this.scroller = h("div", { class: "scroller" });
    this.intro = h("div", { class: "intro" });
    this.scroller.append(this.intro);
    this.list = new List(this.scroller, {
      draw: (m, before) => message(m, { grouped: together(before, m) }),
      sign: (m, before) => `${m.version} ${together(before, m)}`,
      between: (before, m, first) => this.line(before, m, first),
    });
    this.more = h("button", { type: "button", class: "more-below", hidden: true, onclick: () => { this.list.latest(); this.more.hidden = true; } }, icon("down"), "New messages");
    this.scroller.addEventListener("more-below", () => { this.more.hidden = false; });
    this.scroller.addEventListener("at-end", () => { this.more.hidden = true; });
    this.status = h("div", { class: "working", "aria-live": "polite" });
    this.composer = new Composer(() => ({ channel: ui.place }), this.list);
    this.foot = h("footer", {}, this.more, this.status, this.composer.el);
    this.home = new Home();
    el.append(this.head, this.scroller, this.home.el, this.foot);
  }

  focus() { this.composer.focus(); }

  get channel() { return model.channels.get(ui.place); }

  route(before) {
    const moved = before.place !== ui.place || before.me !== ui.me;
    const ch = this.channel;
    this.drawHead(ch);
    this.home.show(ui.place === "home");
    this.scroller.hidden = this.foot.hidden = ui.place === "home";
    if (!ch) return;
    if (moved) {
      this.from = readUpTo(ui.me, ch);
      this.composer.place(`Message ${ch.direct || ch.group ? "" : "#"}${titleOf(ch, ui.me)}`);
      this.more.hidden = true;
    }
    this.drawList(moved);
    if (moved && !matchMedia("(pointer: coarse)").matches) this.composer.focus();
  }

  update(what) {
    if (what.whole) { begin(); this.from = readUpTo(ui.me, this.channel ?? {}); }
    if (what.parts.has("desks")) this.home.draw();
    if (what.whole || what.parts.has("people") || what.channels.has(ui.place)) this.drawList(what.whole);
    if (what.parts.has("threads") || what.channels.has(ui.place)) { this.drawStatus(); this.drawIntro(); }
  }

  drawList(fresh) {
    const ch = this.channel;
    if (!ch) return;
    this.drawIntro();
    this.list.box.setAttribute("aria-label", ch.direct || ch.group ? `Messages with ${titleOf(ch, ui.me)}` : `Messages in ${ch.name}`);
    this.list.set(topLevel(ch, ui.me), fresh);
    this.drawStatus();
    read();
  }

  drawStatus() { working(this.status, ui.place, null); }

  // line separates days, and new messages from those already read.
  line(before, m, first) {
    const day = dateOf(m.ts).toDateString();
    const fresh = this.from && m.ts > this.from && before && before.ts <= this.from && m.payload.user !== ui.me;
    if (!first && !fresh && before && dateOf(before.ts).toDateString() === day) return null;
    const name = day === new Date().toDateString() ? "Today" : dateOf(m.ts).toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long" });
    if (fresh) return { key: `new ${m.ts}`, make: () => h("div", { class: "line new", role: "separator" }, h("span", {}, "New")) };
    return { key: day, make: () => h("div", { class: "line", role: "separator" }, h("span", {}, name)) };
  }

  drawHead(ch) {
    const burger = iconButton("menu", "Conversations", () => toggleDrawer(), { class: "icon-button burger", "aria-expanded": String(ui.drawer) });
    if (ui.place === "home" || ch?.direct) {
      const tab = (name, place) => h("button", {
        type: "button", role: "tab", class: "tab", "aria-selected": String(ui.place === place), data: { tab: name.toLowerCase(), key: `tab-${name}` }, onclick: () => go({ place }),
      }, name);
      fill(this.head, burger, avatar(model.setup.bot, "", "small"), h("h1", {}, nameOf(model.setup.bot)),
        h("div", { class: "tabs", role: "tablist", "aria-label": "Tabs of the app" }, tab("Home", "home"), tab("Messages", dmOf(ui.me)?.id ?? ui.place)));
      return;
    }
    fill(this.head, burger, h("h1", {}, h("span", { class: "mark" }, ch?.private ? icon("lock") : ch?.group ? icon("people") : "#"), titleOf(ch, ui.me)),
      h("span", { class: "sub" }, ch ? `${ch.members.length} members` : ""));
  }

  drawIntro() {
    const ch = this.channel;
    if (!ch) return;
    const count = topLevel(ch, ui.me).length;
    const outside = !ch.direct && !ch.members.includes(model.setup.bot);
    const asked = model.threads.get(`${ch.id} `);
    const prompts = asked?.prompts?.length ? asked.prompts.map((p) => [p.Title, p.Message]) : model.setup.examples.map((e) => [e, e]);
    const signature = `${ch.id} ${count > 0} ${outside} ${asked?.promptsTitle} ${prompts}`;
    if (this.signature === signature) return;
    this.signature = signature;
    this.intro.classList.toggle("tall", count === 0);
    if (outside) {
      fill(this.intro, h("div", { class: "notice" }, `${nameOf(model.setup.bot)} is not in #${ch.name} and hears nothing here.`,
        h("button", { type: "button", class: "button", data: { invite: ch.id }, onclick: () => act("invite", { channel: ch.id }) }, "Invite the app")));
    } else if (ch.direct && count === 0) {
      fill(this.intro, avatar(model.setup.bot, "", "large"), h("h2", {}, asked?.promptsTitle || `Ask ${nameOf(model.setup.bot)} anything about a career`),
        h("p", {}, "Write below, or begin with one of these:"),
        h("div", { class: "prompts" }, prompts.map(([title, text]) => h("button", { type: "button", class: "prompt", onclick: () => say(ch.id, null, text) }, title))));
    } else if (count === 0) {
      fill(this.intro, h("h2", {}, `${ch.group ? "" : "#"}${titleOf(ch, ui.me)}`), h("p", {}, `Mention @${nameOf(model.setup.bot)} with a question; the answer comes in a thread.`));
    } else fill(this.intro);
  }
}

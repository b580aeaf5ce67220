// Completion in the composer: people after @, channels after #, commands after /.
import { h } from "./dom.js";
import { model, sees } from "./model.js";
import { ui } from "./ui.js";
import { avatar } from "./avatar.js";

export class Complete {
  constructor(area, id) {
    this.area = area;
    this.list = h("div", { class: "complete", role: "listbox", id, hidden: true, "aria-label": "Suggestions" });
    for (const [k, v] of Object.entries({ role: "combobox", "aria-controls": id, "aria-expanded": "false", "aria-autocomplete": "list" })) area.setAttribute(k, v);
    area.addEventListener("input", () => this.look());
    area.addEventListener("blur", () => this.close());
    area.addEventListener("click", () => this.look());
  }

  get open() { return !this.list.hidden; }

  look() {
    const before = this.area.value.slice(0, this.area.selectionStart);
    const found = this.find(before);
    if (!found?.items.length) { this.close(); return; }
    this.found = found;
    this.list.replaceChildren(...found.items.map((it, i) => h("div", {
      class: "option", role: "option", id: `${this.list.id}-${i}`, "aria-selected": "false",
      onpointerdown: (e) => { e.preventDefault(); this.take(i); },
    }, it.face, h("span", { class: "option-name" }, it.name), it.note && h("small", {}, it.note))));
    this.list.hidden = false;
    this.area.setAttribute("aria-expanded", "true");
    this.choose(0);
  }

  find(before) {
    const at = /(?:^|\s)([@#])([\p{L}\d ._-]{0,30})$/u.exec(before);
    const begins = (name, typed) => name.toLowerCase().split(/\s/).some((w, i, all) => all.slice(i).join(" ").startsWith(typed.toLowerCase()));
    if (at?.[1] === "@") {
      const bot = model.setup.bot;
      const users = [...model.users.values()].sort((a, b) => (b.id === bot) - (a.id === bot)).filter((u) => begins(u.name, at[2]));
      return { from: before.length - at[2].length - 1, items: users.map((u) => ({
        face: avatar(u.id, u.name, "tiny"), name: u.name, note: u.id === bot ? "App" : "", text: `@${u.name} `,
      })) };
    }
    if (at?.[1] === "#") {
      const rooms = [...model.channels.values()].filter((c) => !c.direct && !c.group && sees(ui.me, c) && begins(c.name, at[2]));
      return { from: before.length - at[2].length - 1, items: rooms.map((c) => ({ name: `#${c.name}`, text: `#${c.name} ` })) };
    }
    if (/^\/\S*$/.test(before)) {
      return { from: 0, items: model.setup.commands.filter((c) => c.name.startsWith(before)).map((c) => ({
        name: `${c.name} ${c.usage ?? ""}`, note: c.does, text: `${c.name} `,
      })) };
    }
    return null;
  }

  choose(i) {
    const n = this.list.children.length;
    this.at = (i + n) % n;
    [...this.list.children].forEach((el, k) => el.setAttribute("aria-selected", String(k === this.at)));
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    this.area.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
  }

  take(i = this.at) {
    const { from, items } = this.found;
    const rest = this.area.value.slice(this.area.selectionStart).replace(/^ /, "");
    const head = this.area.value.slice(0, from) + items[i].text;
    this.area.value = head + rest;
    this.area.setSelectionRange(head.length, head.length);
    this.close();
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
    this.close();
    this.area.focus();
  }

  close() {
    this.list.hidden = true;
    this.area.setAttribute("aria-expanded", "false");
    this.area.removeAttribute("aria-activedescendant");
  }

  // key handles a key meant for the list and returns whether it did.
  key(e) {
    if (!this.open) return false;
    const keys = { ArrowDown: () => this.choose(this.at + 1), ArrowUp: () => this.choose(this.at - 1), Enter: () => this.take(), Tab: () => this.take(), Escape: () => this.close() };
    if (!keys[e.key] || e.shiftKey) return false;
    // A command that is typed in full is sent, not completed.
    if (e.key === "Enter" && this.found.items[this.at].text.trim() === this.area.value.trim()) { this.close(); return false; }
    e.preventDefault();
    e.stopPropagation();
    keys[e.key]();
    return true;
  }
}

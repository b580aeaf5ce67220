// Where a person writes.
import { h, iconButton, uid } from "./dom.js";
import { model, topLevel, nameOf } from "./model.js";
import { ui } from "./ui.js";
import { act } from "./act.js";
import { encode } from "./wire.js";
import { escape } from "./text.js";
import { Complete } from "./complete.js";
import { edit } from "./edit.js";
import { toast } from "./toast.js";

const drafts = new Map(); // "person place thread" -> text

export class Composer {
  // where returns { channel, thread }: where messages go; list shows them.
  constructor(where, list) {
    Object.assign(this, { where, list });
    this.area = h("textarea", { rows: 1, "aria-label": "Message", data: { composer: "" }, oninput: () => this.typed(), onkeydown: (e) => this.key(e) });
    this.complete = new Complete(this.area, uid("complete"));
    this.send = iconButton("send", "Send", () => this.submit(), { class: "icon-button send" });
    this.el = h("div", { class: "composer" }, this.complete.list, h("div", { class: "composer-box" }, this.area, this.send));
  }

  get draft() {
    const { channel, thread } = this.where();
    return `${ui.me} ${channel} ${thread ?? ""}`;
  }

  // place shows the draft of the current place.
  place(hint) {
    this.area.placeholder = hint;
    this.area.setAttribute("aria-label", hint);
    this.area.value = drafts.get(this.draft) ?? "";
    this.complete.close();
    this.grow();
  }

  typed() {
    drafts.set(this.draft, this.area.value);
    this.grow();
  }

  grow() {
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight, 180)}px`;
    this.send.disabled = !this.area.value.trim();
  }

  focus() { this.area.focus(); }

  key(e) {
    if (this.complete.key(e)) return;
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); this.submit(); }
    if (e.key === "ArrowUp" && !this.area.value) { e.preventDefault(); this.editLast(); }
  }

  editLast() {
    const { channel, thread } = this.where();
    const m = lastOwn(channel, thread);
    const el = m && this.list.known.get(m.ts)?.el;
    if (el) edit(m, el);
  }

  async submit() {
    const text = this.area.value.trim();
    const { channel, thread } = this.where();
    if (!text || this.sending) return;
    this.sending = true;
    if (await say(channel, thread, text)) {
      this.area.value = "";
      this.typed();
    }
    this.sending = false;
  }
}

// say sends what was typed: a message, or a command.
export async function say(channel, thread, text) {
  const command = /^(\/[a-z][\w-]*)(?:\s+([\s\S]*))?$/i.exec(text);
  if (!command) return act("say", { channel, thread: thread ?? "", text: encode(text) });
  if (thread) {
    toast(`${command[1]} is not supported in threads, as in Slack. Mention the app instead.`, "wrong");
    return false;
  }
  if (command[1] === "/invite") return act("invite", { channel });
  return act("command", { channel, command: command[1], text: commandText(command[2] ?? "") });
}

// In commands Slack adds the names of people and channels.
function commandText(text) {
  return encode(text).replace(/<@(\w+)>/g, (all, id) => `<@${id}|${escape(nameOf(id))}>`).replace(/<(https?:[^>|]*)>/g, "$1");
}

function lastOwn(channel, thread) {
  const ch = model.channels.get(channel);
  const all = thread ? ch?.replies.get(thread) ?? [] : ch ? topLevel(ch, ui.me) : [];
  return [...all].reverse().find((m) => m.payload.user === ui.me && !m.payload.subtype);
}

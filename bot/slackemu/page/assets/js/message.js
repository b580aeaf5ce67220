// One message: who, when, what, and what people can do with it.
import { h, icon, iconButton, fragment } from "./dom.js";
import { model, nameOf, isBot, seenBy } from "./model.js";
import { ui, go, openTool } from "./ui.js";
import { act } from "./act.js";
import { blocks } from "./blocks.js";
import { mrkdwn } from "./text.js";
import { emoji, offered } from "./emoji.js";
import { menu } from "./menu.js";
import { ask } from "./confirm.js";
import { edit } from "./edit.js";
import { valuesOf } from "./state.js";
import { refused } from "./refused.js";
import { avatar } from "./avatar.js";

export const dateOf = (ts) => new Date(parseFloat(ts) * 1000);
export const clock = (ts) => dateOf(ts).toLocaleTimeString(undefined, { hour: "numeric", minute: "2-digit" });

// message renders m. Grouped omits its header; threaded is set in a thread.
export function message(m, { grouped = false, threaded = false } = {}) {
  if (m.refused) return refused(m);
  const p = m.payload;
  const name = p.username || nameOf(p.user);
  const head = h("header", { class: "who" },
    h("span", { class: "name" }, name), p.bot_id && h("span", { class: "badge" }, "App"),
    h("time", { datetime: dateOf(m.ts).toISOString(), title: dateOf(m.ts).toLocaleString() }, clock(m.ts)));
  const el = h("article", {
    class: `message${m.only ? " ephemeral" : ""}${grouped ? " grouped" : ""}${p.subtype === "tombstone" ? " gone" : ""}`,
    tabindex: -1, data: { ts: m.ts, key: m.ts }, "aria-label": `${name}, ${clock(m.ts)}${m.only ? ", only visible to you" : ""}`,
  },
  h("div", { class: "gutter" }, grouped ? h("time", { class: "small-time" }, clock(m.ts).replace(/\s?[AP]M$/i, "")) : avatar(p.user, name)),
  h("div", { class: "what" },
    m.only && h("div", { class: "only" }, icon("eye"), "Only visible to you"),
    !grouped && head,
    h("div", { class: "body" }, body(m)),
    reactions(m),
    !threaded && thread(m)),
  toolbar(m, threaded));
  return el;
}

export function body(m) {
  const p = m.payload;
  const all = fragment(p.blocks?.length ? blocks(p.blocks, context(m)) : h("div", { class: "text" }, mrkdwn(p.text ?? "", { plain: m.plain })));
  if (p.edited) ([...all.querySelectorAll(".text, .text .rich, .text li, .text blockquote, .text p")].at(-1) ?? all).append(" ", h("span", { class: "edited" }, "(edited)"));
  return all;
}

// context connects the elements of a message with what they do.
function context(m) {
  const doIt = (block, e, values) => act("click", { channel: m.channel, ts: m.ts, block: block.block_id, action: e.action_id, values });
  return {
    surface: "message", ts: m.ts, act: doIt,
    chosen: (block, e) => valuesOf(e, m.chosen?.[ui.me]?.[block.block_id]?.[e.action_id]),
    choose: (block, e, values) => { if (block.type !== "input") doIt(block, e, values); },
    voted: (action) => model.voted.get(`${ui.me} ${m.channel} ${m.ts} ${action}`),
  };
}

function reactions(m) {
  const all = m.payload.reactions ?? [];
  if (!all.length) return null;
  return h("div", { class: "reactions" }, all.map((r) => h("button", {
    type: "button", class: "reaction", "aria-pressed": String(r.users.includes(ui.me)), data: { key: `${m.ts}/${r.name}` },
    title: `${r.users.map(nameOf).join(", ")} reacted with :${r.name}:`, "aria-label": `${r.name}, ${r.count}`,
    onclick: () => act("react", { channel: m.channel, ts: m.ts, emoji: r.name }),
  }, emoji(r.name), h("span", { class: "count" }, r.count))));
}

function thread(m) {
  const replies = (model.channels.get(m.channel)?.replies.get(m.ts) ?? []).filter((r) => seenBy(r, ui.me) && !r.refused);
  if (!replies.length) return null;
  const who = [...new Set(replies.map((r) => r.payload.user))].slice(0, 4);
  return h("button", { type: "button", class: "thread-link", data: { key: `${m.ts}/thread` }, onclick: () => go({ thread: m.ts }) },
    h("span", { class: "faces" }, who.map((u) => avatar(u, nameOf(u), "tiny"))),
    h("span", { class: "replies" }, replies.length === 1 ? "1 reply" : `${replies.length} replies`),
    h("span", { class: "last" }, `last at ${clock(replies.at(-1).ts)}`));
}

function toolbar(m, threaded) {
  const at = { channel: m.channel, ts: m.ts };
  const everybody = !m.only && m.payload.subtype !== "tombstone";
  const react = (ev) => menu(ev.currentTarget, offered.map((name) => ({ name: `${emoji(name)}  ${name.replaceAll("_", " ")}`, run: () => act("react", { ...at, emoji: name }) })));
  return h("div", { class: "toolbar", role: "toolbar", "aria-label": "Message actions" },
    everybody && iconButton("smile", "Add reaction", react, { "aria-haspopup": "menu" }),
    everybody && !threaded && iconButton("reply", "Reply in thread", () => go({ thread: m.parent || m.ts })),
    iconButton("code", "Inspect", () => openTool("inspector", { message: at })),
    iconButton("more", "More actions", (ev) => menu(ev.currentTarget, more(m, at, ev.currentTarget)), { "aria-haspopup": "menu", data: { more: m.ts } }));
}

function more(m, at, button) {
  const mine = m.payload.user === ui.me;
  const article = button.closest("article");
  return [
    ...(m.only ? [] : model.setup.shortcuts.filter((s) => s.onMessage).map((s) => ({
      name: s.name, note: nameOf(model.setup.bot), run: () => act("shortcut", { ...at, shortcut: s.id }),
    }))),
    mine && { name: "Edit message", run: () => edit(m, article) },
    mine && { name: "Delete message", danger: true, run: async () => {
      if (await ask("Delete message", "This deletes the message for everybody.", "Delete")) act("delete", at);
    } },
    { name: "Show payload", run: () => openTool("inspector", { message: at }) },
  ];
}

// together returns whether b continues a without a header of its own.
export function together(a, b) {
  return Boolean(a) && !a.refused && !b.refused && a.payload.user === b.payload.user && a.payload.username === b.payload.username &&
    a.only === b.only && !b.payload.subtype && dateOf(b.ts) - dateOf(a.ts) < 4 * 60000 && !(isBot(b) && a.only !== b.only);
}

// How far each person has read each conversation on this page.
import { model, topLevel } from "./model.js";
import { ui } from "./ui.js";

const marks = new Map(); // "user channel" -> ts

// begin counts everything that is there when the page opens as read.
export function begin() {
  for (const p of model.setup.people) for (const ch of model.channels.values()) mark(p.id, ch);
}

function mark(me, ch) {
  const last = ch.messages.at(-1);
  if (last) marks.set(`${me} ${ch.id}`, last.ts);
}

export const readUpTo = (me, ch) => marks.get(`${me} ${ch.id}`) ?? "";

// read marks what is on the screen as read; a page in the background reads nothing.
export function read() {
  const ch = model.channels.get(ui.place);
  if (ch && !document.hidden) mark(ui.me, ch);
}

export function unread(me, ch) {
  const from = readUpTo(me, ch);
  let n = 0;
  const all = topLevel(ch, me);
  for (let i = all.length - 1; i >= 0 && all[i].ts > from; i--) if (all[i].payload.user !== me) n++;
  return n;
}

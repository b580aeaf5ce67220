// What the page knows about the workspace, kept up to date by apply.

export const model = {
  setup: { people: [], commands: [], shortcuts: [], examples: [] },
  users: new Map(),
  channels: new Map(), // id -> { …, messages: sorted by ts, byTS, replies: Map(ts -> []) }
  threads: new Map(), // "channel ts" -> status, prompts
  desks: new Map(), // user -> { modals, home }
  views: new Map(), // id -> view as it was last, also after it was closed
  envelopes: new Map(), // id -> envelope, in order of arrival
  calls: [],
  voted: new Map(), // "user channel ts action" -> value of the feedback button
  wire: { sockets: 0, hung: 0, queue: 0, faults: [] },
};

const listeners = [];
export const onChange = (f) => listeners.push(f);

// changed tells every listener what has changed.
export function changed(what) { for (const f of listeners) f(what); }

let version = 0;

export function apply(u) {
  const what = { parts: new Set(["wire"]), channels: new Set(), notices: [], calls: [], whole: u.whole };
  if (u.whole) forget();
  model.wire = u.wire;
  if (u.users) { what.parts.add("people"); model.users = new Map(u.users.map((x) => [x.id, x])); }
  for (const c of u.channels ?? []) {
    what.parts.add("people");
    const known = model.channels.get(c.id) ?? { messages: [], byTS: new Map(), replies: new Map() };
    model.channels.set(c.id, Object.assign(known, c));
  }
  for (const m of u.messages ?? []) { put(m); what.channels.add(m.channel); }
  for (const g of u.gone ?? []) { drop(g); what.channels.add(g.channel); }
  for (const e of u.envelopes ?? []) { e.sent = (e.sent ?? []).map(millis); e.acked = millis(e.acked); model.envelopes.set(e.id, e); vote(e, what); what.parts.add("traffic"); }
  for (const c of u.calls ?? []) { c.at = millis(c.at); model.calls.push(c); what.calls.push(c); what.parts.add("traffic"); refusal(c, what); }
  for (const t of u.threads ?? []) { model.threads.set(`${t.channel} ${t.ts}`, t); what.parts.add("threads"); }
  for (const d of u.desks ?? []) {
    model.desks.set(d.user, d);
    for (const v of [...d.modals, d.home]) if (v) model.views.set(v.id, v);
    what.parts.add("desks");
  }
  what.notices.push(...u.notices ?? []);
  changed(what);
}

// millis is a time in milliseconds since 1970, with the fraction that dates lack; 0 for none.
const millis = (t) => (t ? Date.parse(t) + Number(`.${/\.\d{3}(\d+)/.exec(t)?.[1] ?? 0}`) : 0);

function forget() {
  for (const m of [model.users, model.channels, model.threads, model.desks, model.views, model.envelopes, model.voted]) m.clear();
  model.calls.length = 0;
}

function put(m) {
  const ch = model.channels.get(m.channel);
  if (!ch) return;
  m.version = ++version;
  m.parent = m.payload.thread_ts && m.payload.thread_ts !== m.ts ? m.payload.thread_ts : "";
  const old = ch.byTS.get(m.ts);
  ch.byTS.set(m.ts, m);
  place(ch.messages, m, old);
  if (m.parent) {
    if (!ch.replies.has(m.parent)) ch.replies.set(m.parent, []);
    place(ch.replies.get(m.parent), m, old);
    const parent = ch.byTS.get(m.parent);
    if (parent) parent.version = ++version;
  }
}

// place puts m where its ts belongs, or in place of old.
function place(list, m, old) {
  let at = list.length;
  if (old) at = list.lastIndexOf(old);
  else while (at > 0 && list[at - 1].ts > m.ts) at--;
  list.splice(at, old && at >= 0 ? 1 : 0, m);
}

function drop({ channel, ts }) {
  const ch = model.channels.get(channel);
  const m = ch?.byTS.get(ts);
  if (!m) return;
  ch.byTS.delete(ts);
  ch.messages.splice(ch.messages.indexOf(m), 1);
  if (m.parent) {
    const list = ch.replies.get(m.parent) ?? [];
    list.splice(list.indexOf(m), 1);
    const parent = ch.byTS.get(m.parent);
    if (parent) parent.version = ++version;
  }
}

// vote remembers which feedback button a person pressed, as Slack does.
function vote(e, what) {
  const p = e.payload;
  const a = p?.actions?.[0];
  if (a?.type !== "feedback_buttons" || !p.container?.message_ts) return;
  model.voted.set(`${p.user.id} ${p.container.channel_id} ${p.container.message_ts} ${a.action_id}`, a.value);
  const m = model.channels.get(p.container.channel_id)?.byTS.get(p.container.message_ts);
  if (m) { m.version = ++version; what.channels.add(m.channel); }
}

// refusal puts a note where a message that Slack refused would have been.
function refusal(c, what) {
  if (!c.error || !/^(chat\.(post|update)|response_url)/.test(c.method) || c.status === 429 || c.status >= 500) return;
  const channel = c.args.channel || behind(c.url)?.payload.channel_id || behind(c.url)?.payload.channel?.id;
  const ch = model.channels.get(channel) ?? [...model.channels.values()].find((x) => x.direct && x.with === channel);
  if (!ch) return;
  const ts = (c.at / 1000).toFixed(6);
  put({ channel: ch.id, ts, refused: c, only: c.args.user ?? "", payload: { ts, user: model.setup.bot, thread_ts: c.args.thread_ts } });
  what.channels.add(ch.id);
}

// behind returns the envelope that came with a response URL.
export function behind(url) {
  if (!url) return undefined;
  return [...model.envelopes.values()].find((e) => e.payload?.response_url?.endsWith(url));
}

export const user = (id) => model.users.get(id);
export const nameOf = (id) => model.users.get(id)?.name ?? (id === "USLACKBOT" ? "Slackbot" : id || "Unknown");
export const isBot = (m) => m.payload.user === model.setup.bot;
// sees returns whether a person sees a conversation: it is public, or they are in it.
export const sees = (me, c) => c.members.includes(me) || !(c.direct || c.private || c.group);

// titleOf is the name of a conversation for a person; a group DM is named after the others.
export function titleOf(c, me) {
  if (c?.direct) return nameOf(model.setup.bot);
  return c?.group ? c.members.filter((id) => id !== me && id !== model.setup.bot).map(nameOf).sort().join(", ") : c?.name ?? "";
}

export const seenBy = (m, me) => !m.only || m.only === me;

// topLevel returns the messages outside threads that a person sees.
export function topLevel(ch, me) {
  return ch.messages.filter((m) => seenBy(m, me) && !m.parent);
}

export function inThread(ch, ts, me) {
  const parent = ch.byTS.get(ts);
  const replies = (ch.replies.get(ts) ?? []).filter((m) => seenBy(m, me));
  return parent ? [parent, ...replies] : replies;
}

export function dmOf(me) {
  return [...model.channels.values()].find((c) => c.direct && c.with === me);
}

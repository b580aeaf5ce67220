// Which envelopes and calls are behind a message or a view. Response URLs and triggers
// say so themselves; a post is taken to follow from the last envelope before it in the
// same conversation.
import { model } from "./model.js";

const placeOf = (e) => {
  const p = e.payload ?? {}, ev = p.event ?? {};
  return {
    channel: ev.channel?.id ?? ev.channel ?? ev.item?.channel ?? p.channel_id ?? p.channel?.id ?? p.container?.channel_id,
    ts: [ev.ts, ev.message?.ts, ev.previous_message?.ts, ev.item?.ts, p.message?.ts, p.message_ts, p.container?.message_ts].filter(Boolean),
    thread: ev.thread_ts ?? ev.ts ?? p.message?.thread_ts ?? p.container?.thread_ts,
  };
};

export function behindMessage({ channel, ts }) {
  const found = new Set();
  const m = model.channels.get(channel)?.byTS.get(ts);
  if (m?.refused) found.add(m.refused);
  for (const c of model.calls) {
    const named = c.args.channel === channel && (c.args.ts === ts || c.args.timestamp === ts);
    if (c.channel === channel && c.ts === ts || named) {
      found.add(c);
      const e = cause(c);
      if (e) found.add(e);
    }
  }
  for (const e of model.envelopes.values()) {
    const at = placeOf(e);
    if (at.channel === channel && at.ts.includes(ts)) {
      found.add(e);
      for (const c of model.calls) if (cause(c) === e) found.add(c);
    }
  }
  return [...found];
}

export function behindView(id) {
  const found = new Set();
  for (const e of model.envelopes.values()) if (e.payload?.view?.id === id || e.payload?.container?.view_id === id) found.add(e);
  for (const c of model.calls) {
    if (c.args.view_id === id || /^views\./.test(c.method) && c.args.view?.includes(id)) found.add(c);
    const e = cause(c);
    if (e && found.has(e)) found.add(c);
  }
  return [...found];
}

const causes = new WeakMap();

// cause returns the envelope that a call most likely answers.
export function cause(c) {
  if (causes.has(c)) return causes.get(c);
  const e = find(c);
  if (e) causes.set(c, e);
  return e;
}

function find(c) {
  const all = [...model.envelopes.values()];
  if (c.url) return all.find((e) => e.payload?.response_url?.endsWith(c.url));
  if (c.args.trigger_id) return all.find((e) => e.payload?.trigger_id === c.args.trigger_id);
  const start = c.at;
  const inPlace = all.filter((e) => e.sent[0] <= start && placeOf(e).channel === c.args.channel);
  const thread = c.args.thread_ts && inPlace.filter((e) => placeOf(e).thread === c.args.thread_ts || placeOf(e).ts.includes(c.args.thread_ts));
  return (thread?.length ? thread : inPlace).filter((e) => !/message_(changed|deleted)/.test(e.event) && !e.payload?.event?.bot_id).at(-1);
}

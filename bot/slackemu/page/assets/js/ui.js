// Who looks at what. It is all in the address, so that back, reload and a second page
// work: #/PERSON/PLACE or #/PERSON/PLACE/thread/TS.
import { model, dmOf, sees } from "./model.js";

export const ui = {
  me: "",
  place: "", // a channel's ID, or "home"
  thread: "", // ts of the thread at the side
  tool: "", // "search", "inspector" or "faults" at the side instead
  subject: null, // the message that the inspector looks at
  drawer: false, // the list of conversations on a small screen
};

const listeners = [];
export const onRoute = (f) => listeners.push(f);

export function readRoute() {
  const [, me, place, what, ts] = location.hash.split("/");
  const before = { ...ui };
  ui.me = model.setup.people.some((p) => p.id === me) ? me : recall() || model.setup.people[0]?.id || "";
  const ch = model.channels.get(place);
  ui.place = place === "home" || ch && sees(ui.me, ch) ? place : dmOf(ui.me)?.id ?? model.channels.keys().next().value ?? "";
  ui.thread = what === "thread" ? ts : "";
  if (ui.thread) ui.tool = "";
  try { sessionStorage.setItem("me", ui.me); } catch { /* without storage, the first person */ }
  for (const f of listeners) f(before);
}

function recall() {
  try {
    const id = sessionStorage.getItem("me");
    return model.setup.people.some((p) => p.id === id) ? id : "";
  } catch { return ""; }
}

export function go({ me = ui.me, place = ui.place, thread = "" }) {
  ui.drawer = false;
  const hash = `#/${me}/${place}${thread ? `/thread/${thread}` : ""}`;
  if (location.hash === hash) readRoute();
  else location.hash = hash;
}

export function openTool(tool, subject = null) {
  ui.tool = tool;
  ui.subject = subject;
  if (ui.thread) go({});
  else for (const f of listeners) f({ ...ui });
}

export function closePanel() {
  ui.tool = "";
  ui.subject = null;
  go({});
}

export function toggleDrawer(open = !ui.drawer) {
  ui.drawer = open;
  for (const f of listeners) f({ ...ui });
}

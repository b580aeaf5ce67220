// The playground's page. It asks for what does not change, follows the stream, and
// lets each part redraw itself when something of its own has changed.
import { model, apply, onChange } from "./model.js";
import { ui, onRoute, readRoute, openTool } from "./ui.js";
import { follow } from "./stream.js";
import { act } from "./act.js";
import { toast } from "./toast.js";
import { theme } from "./theme.js";
import { Side } from "./side.js";
import { Conversation } from "./conversation.js";
import { Panel } from "./panel.js";
import { Modals } from "./modal.js";
import { read } from "./unread.js";

theme();
Object.assign(model.setup, await (await fetch("/page/setup")).json());
document.title = model.setup.title || "Playground";

const side = new Side(document.getElementById("side"));
const main = new Conversation(document.getElementById("main"));
const panel = new Panel(document.getElementById("panel"));
const modals = new Modals();
const parts = [main, panel, modals, side]; // the list last: what is shown is read

document.getElementById("skip").addEventListener("click", () => main.focus());
window.addEventListener("hashchange", readRoute);
document.addEventListener("visibilitychange", () => { if (!document.hidden) { read(); side.update(nothing()); } });

function nothing() { return { parts: new Set(), channels: new Set(), notices: [], calls: [] }; }

onRoute((before) => {
  document.body.classList.toggle("drawer-open", ui.drawer);
  for (const p of parts) p.route(before);
  if (before.place !== ui.place || before.me !== ui.me) opened();
});

// opened tells the app what Slack tells it when a person opens its tabs.
function opened() {
  if (ui.place === "home") act("tab", { tab: "home" });
  else if (model.channels.get(ui.place)?.direct) act("tab", { tab: "messages" });
}

let ready = false;
onChange((what) => {
  if (what.whole) { ui.place = ""; readRoute(); ready = true; }
  else if (what.parts.has("people")) readRoute();
  for (const p of parts) p.update(what);
  if (what.whole) return;
  for (const n of what.notices) if (n.user === ui.me) toast(n.text, "wrong");
  for (const c of what.calls) if (c.error && /^views\./.test(c.method)) {
    toast(`Slack refused ${c.method}: ${c.error}`, "wrong", { name: "Inspect", run: () => openTool("inspector", { call: c }) });
  }
});

fetch("/page/examples").then((r) => r.json()).then((found) => {
  model.setup.examples = found;
  main.update({ ...nothing(), parts: new Set(["threads"]) });
}).catch(() => { /* a page without examples */ });

follow(apply, (on) => { document.body.classList.toggle("offline", !on); if (ready) side.update(nothing()); });

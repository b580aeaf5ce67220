// Connects the elements of a view with what they do. As in Slack, inputs are kept
// until the view is submitted; everything else goes to the app at once.
import { act } from "./act.js";
import { keyOf } from "./elements.js";
import { valuesOf } from "./state.js";

const drafts = new Map(); // view -> Map("block/action" -> values)

function draftOf(view) {
  if (!drafts.has(view.id)) drafts.set(view.id, new Map());
  return drafts.get(view.id);
}

export function viewContext(view, surface) {
  const draft = draftOf(view);
  const doIt = (block, e, values) => act("click", { view: view.id, block: block.block_id, action: e.action_id, values, inputs: inputsOf(view) });
  return {
    surface, view: view.id, errors: view.errors, act: doIt,
    chosen: (block, e) => draft.get(keyOf(block, e)) ?? valuesOf(e, view.payload.state?.values?.[block.block_id]?.[e.action_id]),
    choose: (block, e, values) => {
      if (block.type === "input") draft.set(keyOf(block, e), values);
      else doIt(block, e, values);
    },
  };
}

// inputsOf returns what a person has filled in: the values of a view's inputs by
// block_id.
export function inputsOf(view) {
  const draft = draftOf(view), inputs = {};
  for (const b of view.payload.blocks) {
    const made = b.type === "input" && draft.get(keyOf(b, b.element));
    if (made) inputs[b.block_id] = made.join("\n");
  }
  return inputs;
}

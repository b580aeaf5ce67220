package blockkit

import "unicode/utf8"

// maxView is the size of a whole view in bytes.
const maxView = 250 << 10

// viewKind returns the fields of a view of a type.
// Limits: docs.slack.dev/reference/views.
func viewKind(kind string) (shape, surface) {
	common := shape{
		"type": need(oneOf(kind)), "blocks": need(anything),
		"private_metadata": may(str(0, 3000)), "callback_id": may(str(0, 255)),
	}
	if kind == "home" {
		return common, onHome
	}
	return common.with(shape{
		"title": need(plain(24)), "submit": may(nullOr(plain(24))), "close": may(nullOr(plain(24))),
		"notify_on_close": may(boolean),
	}), onModal
}

// View decodes and checks a view of a kind, "modal" or "home".
func (l Law) View(raw, kind string) (sent map[string]any, blocks []any, refused *Refusal) {
	if utf8.RuneCountInString(raw) > maxView {
		return nil, nil, &Refusal{Code: "view_too_large"}
	}
	v, err := Decode(raw)
	sent, ok := v.(object)
	if err != nil || !ok {
		return nil, nil, &Refusal{"invalid_arguments", []string{Problem("/view", "must provide an object")}}
	}
	fields, on := viewKind(kind)
	c := l.checker(on)
	c.object("/view", sent, fields)
	if list, given := sent["blocks"]; given {
		blocks, ok = list.([]any)
		if !ok {
			c.wrong("/view/blocks", "must provide an array")
		}
		c.blocks("/view/blocks", blocks, maxViewBlocks)
	}
	if c.inputs > 0 && kind == "modal" && sent["submit"] == nil {
		c.wrong("/view", "missing required field: submit")
	}
	if len(c.problems) > 0 {
		return nil, nil, &Refusal{"invalid_arguments", c.problems}
	}
	return sent, blocks, nil
}

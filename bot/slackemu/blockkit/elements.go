package blockkit

import (
	"maps"
	"reflect"
	"slices"
)

// elementKinds are the elements that are modelled.
// Limits: docs.slack.dev/reference/block-kit/block-elements.
var elementKinds = map[string]shape{
	"button": action.with(shape{
		"text": need(plain(75)), "url": may(link(3000)), "value": may(str(0, 2000)), "style": may(oneOf("primary", "danger")),
		"confirm": may(confirm), "accessibility_label": may(str(0, 75)),
	}),
	"overflow":             action.with(shape{"options": need(list(2, 5, plainOption))}),
	"feedback_buttons":     action.with(shape{"positive_button": need(feedback), "negative_button": need(feedback)}),
	"checkboxes":           action.with(shape{"options": need(marks), "initial_options": may(marks)}),
	"radio_buttons":        action.with(shape{"options": need(marks), "initial_option": may(markedOption)}),
	"static_select":        chooser.with(shape{"options": need(options), "initial_option": may(plainOption)}),
	"users_select":         chooser.with(shape{"initial_user": may(id)}),
	"conversations_select": chooser.with(shape{"initial_conversation": may(id), "filter": may(filter)}),
	"multi_static_select":  chooser.with(shape{"options": need(options), "initial_options": may(options)}),
	"multi_users_select":   chooser.with(shape{"initial_users": may(list(1, 100, id))}),
	"plain_text_input": chooser.with(shape{
		"initial_value": may(str(0, 3000)), "multiline": may(boolean), "max_length": may(integer(1, 3000)),
		"dispatch_action_config": may(is(shape{"trigger_actions_on": may(list(1, 2, oneOf("on_enter_pressed", "on_character_entered")))})),
	}),
}

var (
	action  = shape{"action_id": may(str(1, 255))}
	chooser = action.with(shape{"placeholder": may(plain(150))})
	id      = str(1, 50)

	feedback = is(shape{"text": need(plain(75)), "value": need(str(0, 2000)), "accessibility_label": may(str(0, 75))})
	confirm  = is(shape{
		"title": need(plain(100)), "text": need(plain(300)), "confirm": need(plain(30)), "deny": may(plain(30)),
		"style": may(oneOf("primary", "danger")),
	})
	filter = is(shape{
		"include":                          may(list(1, 4, oneOf("im", "mpim", "private", "public"))),
		"exclude_external_shared_channels": may(boolean), "exclude_bot_users": may(boolean),
	})

	// An option's value may have 75 characters in some places and 150 in others.
	plainOption  = is(shape{"text": need(plain(75)), "value": need(str(1, 75)), "description": may(plain(75))})
	markedOption = is(shape{"text": need(text(75)), "value": need(str(1, 75)), "description": may(text(75))})
	options      = list(1, 100, plainOption)
	marks        = list(1, 10, markedOption)
)

// Kinds returns all blocks and elements that are modelled.
func Kinds() []string {
	return append(slices.Sorted(maps.Keys(blockKinds())), slices.Sorted(maps.Keys(elementKinds))...)
}

// element checks an element of one of the kinds. Its initial choice must be among its
// options.
func element(kinds ...string) check {
	known := map[string]shape{}
	for _, kind := range kinds {
		known[kind] = elementKinds[kind]
	}
	return func(c *checker, at string, v any) {
		e := c.kinds(at, v, known)
		for _, first := range append(slices.Clip(items(e, "initial_options")), e["initial_option"]) {
			if first != nil && !slices.ContainsFunc(items(e, "options"), func(o any) bool { return reflect.DeepEqual(o, first) }) {
				c.wrong(at, "initial option must be one of the options")
			}
		}
	}
}

// elements returns the elements of a block that people can use.
func elements(b object) []object {
	var found []object
	for _, v := range append(slices.Clip(items(b, "elements")), b["accessory"], b["element"]) {
		if _, known := elementKinds[Text(v, "type")]; known {
			found = append(found, v.(object))
		}
	}
	return found
}

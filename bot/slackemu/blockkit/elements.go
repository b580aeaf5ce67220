package blockkit

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// elementKinds are the elements that are modelled.
// Limits: docs.slack.dev/reference/block-kit/block-elements.
var elementKinds = sync.OnceValue(func() map[string]shape {
	kinds := map[string]shape{
		"image": {"image_url": may(link(3000)), "slack_file": may(slackFile), "alt_text": need(str(1, 2000))},
		"button": action.with(shape{
			"text": need(plain(75)), "url": may(link(3000)), "value": may(str(0, 2000)),
			"style": may(oneOf("primary", "danger")), "confirm": may(confirm), "accessibility_label": may(str(0, 75)),
			"visible_to_user_ids": late(list(1, 100, str(1, 50))),
		}),
		"overflow":      action.with(shape{"options": need(list(2, 5, overflowOption)), "confirm": may(confirm)}),
		"checkboxes":    chooser.with(shape{"options": need(list(1, 10, markedOption)), "initial_options": may(list(1, 10, markedOption))}),
		"radio_buttons": chooser.with(shape{"options": need(list(1, 10, markedOption)), "initial_option": may(markedOption)}),
		"datepicker":    chooser.with(shape{"placeholder": may(plain(150)), "initial_date": may(pattern(`^\d{4}-\d\d-\d\d$`))}),
		"timepicker":    chooser.with(shape{"placeholder": may(plain(150)), "initial_time": may(pattern(`^\d\d:\d\d$`)), "timezone": may(str(1, 100))}),
		"datetimepicker": chooser.with(shape{
			"initial_date_time": may(integer(1e9, 1e10-1)),
		}),
		"feedback_buttons": action.with(shape{"positive_button": need(feedback), "negative_button": need(feedback)}),
		"icon_button": action.with(shape{
			"icon": need(oneOf("trash")), "text": need(plain(75)), "value": may(str(0, 2000)),
			"confirm": may(confirm), "accessibility_label": may(str(0, 75)), "visible_to_user_ids": may(list(0, 100, str(1, 50))),
		}),
	}
	for name, fields := range textInputs() {
		kinds[name] = fields
	}
	for name, fields := range selects() {
		kinds[name] = fields
	}
	return kinds
})

var (
	action  = shape{"action_id": may(str(1, 255))}
	chooser = action.with(shape{"confirm": may(confirm), "focus_on_load": may(boolean)})
)

func textInputs() map[string]shape {
	input := action.with(shape{
		"placeholder": may(plain(150)), "focus_on_load": may(boolean), "initial_value": may(str(0, 3000)),
		"dispatch_action_config": may(is(shape{
			"trigger_actions_on": may(list(1, 2, oneOf("on_enter_pressed", "on_character_entered"))),
		})),
	})
	return map[string]shape{
		"plain_text_input": input.with(shape{
			"multiline": may(boolean), "min_length": may(integer(0, 3000)), "max_length": may(integer(1, 3000)),
		}),
		"email_text_input": input,
		"url_text_input":   input,
		"number_input": input.with(shape{
			"is_decimal_allowed": need(boolean), "min_value": may(str(1, 50)), "max_value": may(str(1, 50)),
		}),
		"rich_text_input": input.with(shape{"initial_value": may(is(shape{
			"type": need(oneOf("rich_text")), "elements": need(richElements),
		}))}),
		"file_input": action.with(shape{"filetypes": may(list(1, 100, str(1, 20))), "max_files": may(integer(1, 10))}),
	}
}

func selects() map[string]shape {
	one := chooser.with(shape{"placeholder": may(plain(150))})
	many := one.with(shape{"max_selected_items": may(integer(1, 100))})
	options := shape{"options": may(list(1, 100, plainOption)), "option_groups": may(list(1, 100, optionGroup))}
	query := shape{"min_query_length": may(integer(0, 100))}
	ids := list(1, 100, str(1, 50))
	filter := shape{"filter": may(is(shape{
		"include":                          may(list(1, 4, oneOf("im", "mpim", "private", "public"))),
		"exclude_external_shared_channels": may(boolean), "exclude_bot_users": may(boolean),
	})), "default_to_current_conversation": may(boolean)}
	respond := shape{"response_url_enabled": may(boolean)}
	return map[string]shape{
		"static_select":              one.with(options).with(shape{"initial_option": may(plainOption)}),
		"external_select":            one.with(query).with(shape{"initial_option": may(plainOption)}),
		"users_select":               one.with(shape{"initial_user": may(str(1, 50))}),
		"conversations_select":       one.with(filter).with(respond).with(shape{"initial_conversation": may(str(1, 50))}),
		"channels_select":            one.with(respond).with(shape{"initial_channel": may(str(1, 50))}),
		"multi_static_select":        many.with(options).with(shape{"initial_options": may(list(1, 100, plainOption))}),
		"multi_external_select":      many.with(query).with(shape{"initial_options": may(list(1, 100, plainOption))}),
		"multi_users_select":         many.with(shape{"initial_users": may(ids)}),
		"multi_conversations_select": many.with(filter).with(shape{"initial_conversations": may(ids)}),
		"multi_channels_select":      many.with(shape{"initial_channels": may(ids)}),
	}
}

// Kinds returns all blocks and elements that are modelled.
func Kinds() []string {
	return append(slices.Sorted(maps.Keys(blockKinds())), slices.Sorted(maps.Keys(elementKinds()))...)
}

// isInteractive reports whether people can use an element, rather than only look at
// it.
func isInteractive(kind string) bool {
	if kind == "image" {
		return false
	}
	_, known := elementKinds()[kind]
	return known
}

func pattern(expr string) check {
	re := regexp.MustCompile(expr)
	return func(c *checker, at string, v any) {
		if s, ok := v.(string); !ok || !re.MatchString(s) {
			c.wrong(at, "must match %s", strings.Trim(expr, "^$"))
		}
	}
}

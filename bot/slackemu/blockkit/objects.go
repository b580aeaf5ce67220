package blockkit

import "slices"

// Composition objects: text, options, confirmations.
// Limits: docs.slack.dev/reference/block-kit/composition-objects. An option's value
// may have 75 characters in some places and 150 in others; 75 applies here.

// shown is a string that counts as text people see.
func shown(least, most int) check {
	return func(c *checker, at string, v any) { c.text += c.str(at, v, least, most) }
}

// text is a text object, mrkdwn or plain.
func text(most int) check {
	return func(c *checker, at string, v any) {
		fields := shape{"type": need(oneOf("mrkdwn", "plain_text")), "text": need(shown(1, most))}
		switch o, _ := v.(object); o["type"] {
		case "plain_text":
			fields["emoji"] = may(boolean)
		default:
			fields["verbatim"] = may(boolean)
		}
		before := len(c.problems)
		c.object(at, v, fields)
		if len(c.problems) > before { // Slack names the object first, then what is wrong in it
			c.problems = slices.Insert(c.problems, before, Problem(at, "failed to match all allowed schemas"))
		}
	}
}

// plain is a text object that must be plain_text.
func plain(most int) check {
	return func(c *checker, at string, v any) {
		c.object(at, v, shape{"type": need(oneOf("plain_text")), "text": need(shown(1, most)), "emoji": may(boolean)})
	}
}

func confirm(c *checker, at string, v any) {
	c.object(at, v, shape{
		"title": need(plain(100)), "text": need(plain(300)), "confirm": need(plain(30)), "deny": may(plain(30)),
		"style": may(oneOf("primary", "danger")),
	})
}

func option(label check, more shape) check {
	return is(shape{"text": need(label), "value": need(str(1, 75)), "description": may(plain(75))}.with(more))
}

func plainOption(c *checker, at string, v any) { option(plain(75), nil)(c, at, v) }
func markedOption(c *checker, at string, v any) {
	option(text(75), shape{"description": may(text(75))})(c, at, v)
}
func overflowOption(c *checker, at string, v any) {
	option(plain(75), shape{"url": may(link(3000))})(c, at, v)
}

func optionGroup(c *checker, at string, v any) {
	c.object(at, v, shape{"label": need(plain(75)), "options": need(list(1, 100, plainOption))})
}

func feedback(c *checker, at string, v any) {
	c.object(at, v, shape{"text": need(plain(75)), "value": need(str(0, 2000)), "accessibility_label": may(str(0, 75))})
}

func slackFile(c *checker, at string, v any) {
	c.object(at, v, shape{"id": may(str(1, 50)), "url": may(link(3000))})
}

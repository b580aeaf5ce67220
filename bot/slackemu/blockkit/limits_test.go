package blockkit_test

import (
	"fmt"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu/blockkit"
)

// checkMessage is the verdict on the blocks of a message; "" means ok.
func checkMessage(raw string) (code string, messages []string) {
	_, refused := blockkit.Law{}.Message(raw)
	return verdict(refused)
}

// checkView is the verdict on a view.
func checkView(raw, kind string) (code string, messages []string) {
	_, _, refused := blockkit.Law{}.View(raw, kind)
	return verdict(refused)
}

func verdict(r *blockkit.Refusal) (string, []string) {
	if r == nil {
		return "", nil
	}
	return r.Code, r.Messages
}

type obj = map[string]any

func of(kind string, n int) obj { return obj{"type": kind, "text": strings.Repeat("ü", n)} }

func many(n int, each func(i int) any) []any {
	all := make([]any, n)
	for i := range all {
		all[i] = each(i)
	}
	return all
}

func section(fields obj) obj {
	b := obj{"type": "section", "text": of("mrkdwn", 1)}
	for k, v := range fields {
		b[k] = v
	}
	return b
}

func button(fields obj) obj {
	e := obj{"type": "button", "text": of("plain_text", 1)}
	for k, v := range fields {
		e[k] = v
	}
	return obj{"type": "actions", "elements": []any{e}}
}

func element(kind string, fields obj) obj {
	e := obj{"type": kind}
	for k, v := range fields {
		e[k] = v
	}
	return obj{"type": "section", "text": of("mrkdwn", 1), "accessory": e}
}

func options(n, text, value int) []any {
	return many(n, func(i int) any {
		return obj{"text": of("plain_text", text), "value": strings.Repeat("v", value-1) + string(rune('a'+i%26))}
	})
}

func table(rows, cells, text int) obj {
	return obj{"type": "table", "rows": many(rows, func(int) any {
		return many(cells, func(int) any { return of("raw_text", text) })
	})}
}

func rich(inline ...any) obj {
	if inline == nil {
		inline = []any{}
	}
	return obj{"type": "rich_text", "elements": []any{obj{"type": "rich_text_section", "elements": inline}}}
}

func pre(inline ...any) obj {
	b := rich(inline...)
	b["elements"].([]any)[0].(obj)["type"] = "rich_text_preformatted"
	return b
}

func richList(fields obj, items ...any) obj {
	e := obj{"type": "rich_text_list", "style": "bullet", "elements": items}
	for k, v := range fields {
		e[k] = v
	}
	return obj{"type": "rich_text", "elements": []any{e}}
}

func url(n int) string { return "https://x/" + strings.Repeat("a", n-len("https://x/")) }

func dividers(n int) []any { return many(n, func(int) any { return obj{"type": "divider"} }) }

// limits are pairs: one just inside, and one just outside, with the pointer to the problem or with
// an error other than invalid_blocks.
var limits = map[string]struct {
	inside, outside any // a block, or a list of them
	says            string
}{
	"blocks":                  {dividers(50), dividers(51), "no more than 50 items allowed [json-pointer:/blocks]"},
	"section text longest":    {section(obj{"text": of("mrkdwn", 3000)}), section(obj{"text": of("mrkdwn", 3001)}), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"},
	"section text shortest":   {section(obj{"text": of("mrkdwn", 1)}), section(obj{"text": of("mrkdwn", 0)}), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"},
	"section fields":          {section(obj{"fields": many(10, func(int) any { return of("mrkdwn", 1) })}), section(obj{"fields": many(11, func(int) any { return of("mrkdwn", 1) })}), "/fields]"},
	"section field text":      {section(obj{"fields": []any{of("mrkdwn", 2000)}}), section(obj{"fields": []any{of("mrkdwn", 2001)}}), "/fields/0/text]"},
	"section needs text":      {section(nil), obj{"type": "section"}, "missing required field"},
	"header":                  {obj{"type": "header", "text": of("plain_text", 150)}, obj{"type": "header", "text": of("plain_text", 151)}, "/text/text]"},
	"header is plain":         {obj{"type": "header", "text": of("plain_text", 1)}, obj{"type": "header", "text": of("mrkdwn", 1)}, "/text/type]"},
	"context elements":        {obj{"type": "context", "elements": many(10, func(int) any { return of("mrkdwn", 1) })}, obj{"type": "context", "elements": many(11, func(int) any { return of("mrkdwn", 1) })}, "no more than 10"},
	"context not empty":       {obj{"type": "context", "elements": []any{of("plain_text", 1)}}, obj{"type": "context", "elements": []any{}}, "no fewer than 1"},
	"context no buttons":      {obj{"type": "context", "elements": []any{of("mrkdwn", 2000)}}, obj{"type": "context", "elements": []any{obj{"type": "button", "text": of("plain_text", 1)}}}, "/elements/0"},
	"actions":                 {obj{"type": "actions", "elements": many(25, func(int) any { return obj{"type": "button", "text": of("plain_text", 1)} })}, obj{"type": "actions", "elements": many(26, func(int) any { return obj{"type": "button", "text": of("plain_text", 1)} })}, "no more than 25"},
	"context_actions":         {feedbackBlocks(5), feedbackBlocks(6), "no more than 5"},
	"context_actions kinds":   {feedbackBlocks(1), obj{"type": "context_actions", "elements": []any{obj{"type": "button", "text": of("plain_text", 1)}}}, "unsupported type: button"},
	"table rows":              {table(100, 2, 1), table(101, 2, 1), "no more than 100"},
	"table cells":             {table(2, 20, 1), table(2, 21, 1), "no more than 20"},
	"table characters":        {table(10, 10, 100), []any{obj{"type": "table", "rows": []any{[]any{of("raw_text", 10000), of("raw_text", 1)}}}}, "10001 characters in total"},
	"one table":               {table(1, 1, 1), []any{table(1, 1, 1), table(1, 1, 1)}, "only one table"},
	"table cell not empty":    {table(1, 1, 1), table(1, 1, 0), "must be more than 0 characters"},
	"table cell kinds":        {obj{"type": "table", "rows": []any{[]any{obj{"type": "rich_text", "elements": rich(of("text", 1))["elements"]}}}}, obj{"type": "table", "rows": []any{[]any{obj{"type": "raw_number", "value": 1}}}}, "unsupported type: raw_number"},
	"table not ragged":        {table(2, 2, 1), obj{"type": "table", "rows": []any{[]any{of("raw_text", 1)}, []any{of("raw_text", 1), of("raw_text", 1)}}}, "same number of cells"},
	"table columns":           {columns(obj{"align": "right", "is_wrapped": true}, nil), columns(obj{"align": ""}), "/column_settings/0/align]"},
	"table column settings":   {columns(many(20, func(int) any { return obj{} })...), columns(many(21, func(int) any { return obj{} })...), "no more than 20"},
	"rich_text not empty":     {rich(of("text", 1)), rich(), "no fewer than 1"},
	"rich_text text":          {rich(of("text", 5000)), rich(of("text", 0)), "must be more than 0 characters"},
	"rich_text kinds":         {rich(obj{"type": "link", "url": "https://x/"}, obj{"type": "channel", "channel_id": "C1"}), rich(of("mrkdwn", 1)), "unsupported type: mrkdwn"},
	"rich_text style":         {rich(obj{"type": "text", "text": "x", "style": obj{"bold": true}}), rich(obj{"type": "text", "text": "x", "style": obj{"blod": true}}), "invalid additional property: blod"},
	"rich_text link label":    {rich(obj{"type": "link", "url": "https://x/", "text": "x"}), rich(obj{"type": "link", "url": "https://x/", "text": ""}), "must be more than 0 characters"},
	"code holds text":         {pre(of("text", 5000), obj{"type": "link", "url": "https://x/"}), pre(obj{"type": "user", "user_id": "U1"}), "unsupported type: user"},
	"code not empty":          {pre(of("text", 1)), pre(), "no fewer than 1"},
	"list indent":             {richList(obj{"indent": 8, "border": 1, "offset": 3}, rich(of("text", 1))["elements"].([]any)[0]), richList(obj{"indent": 9}, rich(of("text", 1))["elements"].([]any)[0]), "/indent]"},
	"list style":              {richList(obj{"style": "ordered"}, rich(of("text", 1))["elements"].([]any)[0]), richList(obj{"style": "numbers"}, rich(of("text", 1))["elements"].([]any)[0]), "/style]"},
	"list holds sections":     {richList(nil, rich(of("text", 1))["elements"].([]any)[0]), richList(nil, of("text", 1)), "unsupported type: text"},
	"button text":             {button(obj{"text": of("plain_text", 75)}), button(obj{"text": of("plain_text", 76)}), "/elements/0/text/text]"},
	"button value":            {button(obj{"value": strings.Repeat("v", 2000)}), button(obj{"value": strings.Repeat("v", 2001)}), "/value]"},
	"button url":              {button(obj{"url": url(3000)}), button(obj{"url": url(3001)}), "/url]"},
	"button style":            {button(obj{"style": "danger"}), button(obj{"style": "default"}), "/style]"},
	"action_id":               {button(obj{"action_id": strings.Repeat("i", 255)}), button(obj{"action_id": strings.Repeat("i", 256)}), "/action_id]"},
	"action_id not empty":     {button(nil), button(obj{"action_id": ""}), "/action_id]"},
	"action_id unique":        {[]any{button(obj{"action_id": "a"}), button(obj{"action_id": "a"})}, obj{"type": "actions", "elements": many(2, func(int) any { return obj{"type": "button", "text": of("plain_text", 1), "action_id": "a"} })}, "action_id already exists"},
	"block_id":                {section(obj{"block_id": strings.Repeat("i", 255)}), section(obj{"block_id": strings.Repeat("i", 256)}), "/block_id]"},
	"block_id unique":         {[]any{section(obj{"block_id": "a"}), section(obj{"block_id": "b"})}, []any{section(obj{"block_id": "a"}), section(obj{"block_id": "a"})}, "block_id already exists"},
	"select needs options":    {element("static_select", obj{"options": options(1, 1, 1)}), element("static_select", nil), "missing required field: options"},
	"select options":          {element("static_select", obj{"options": options(100, 1, 1)}), element("static_select", obj{"options": options(101, 1, 1)}), "no more than 100"},
	"select placeholder":      {element("static_select", obj{"options": options(1, 1, 1), "placeholder": of("plain_text", 150)}), element("static_select", obj{"options": options(1, 1, 1), "placeholder": of("plain_text", 151)}), "/placeholder/text]"},
	"initial option":          {element("static_select", obj{"options": options(2, 1, 1), "initial_option": options(1, 1, 1)[0]}), element("static_select", obj{"options": options(1, 1, 1), "initial_option": options(1, 2, 1)[0]}), "must be one of the options"},
	"option text":             {element("static_select", obj{"options": options(1, 75, 75)}), element("static_select", obj{"options": options(1, 76, 1)}), "/options/0/text/text]"},
	"option value":            {element("static_select", obj{"options": options(1, 1, 75)}), element("static_select", obj{"options": options(1, 1, 76)}), "/options/0/value]"},
	"overflow most":           {element("overflow", obj{"options": options(5, 1, 1)}), element("overflow", obj{"options": options(6, 1, 1)}), "no more than 5"},
	"overflow fewest":         {element("overflow", obj{"options": options(2, 1, 1)}), element("overflow", obj{"options": options(1, 1, 1)}), "no fewer than 2"},
	"radio_buttons":           {element("radio_buttons", obj{"options": options(10, 1, 1)}), element("radio_buttons", obj{"options": options(11, 1, 1)}), "no more than 10"},
	"checkboxes":              {element("checkboxes", obj{"options": options(10, 1, 1)}), element("checkboxes", obj{"options": options(11, 1, 1)}), "no more than 10"},
	"confirm":                 {button(obj{"confirm": confirmation(100, 300, 30)}), button(obj{"confirm": confirmation(101, 301, 31)}), "/confirm/title/text]"},
	"accessory kinds":         {element("users_select", obj{}), element("plain_text_input", obj{}), "unsupported type: plain_text_input"},
	"input label":             {input(obj{"label": of("plain_text", 2000)}), input(obj{"label": of("plain_text", 2001)}), "/label/text]"},
	"input max_length":        {input(obj{"element": obj{"type": "plain_text_input", "max_length": 3000}}), input(obj{"element": obj{"type": "plain_text_input", "max_length": 3001}}), "/max_length]"},
	"citation":                {rich(citation(nil)), rich(citation(obj{"text": ""})), "must be more than 0 characters"},
	"citation needs a URL":    {rich(citation(obj{"index": 1.5})), rich(citation(obj{"url": "guide"})), "must be a valid URL"},
	"citation's source":       {rich(citation(nil)), rich(citation(obj{"details": obj{"citation_type": "book", "display_name": "x"}})), "/citation_type]"},
	"citation's details":      {rich(citation(obj{"details": obj{"citation_type": "web", "display_name": "x", "snippet": "y"}})), rich(citation(obj{"details": obj{"citation_type": "web"}})), "missing required field: display_name"},
	"container title":         {container(obj{"title": of("plain_text", 150)}), container(obj{"title": of("plain_text", 151)}), "/title/text]"},
	"container needs a title": {container(nil), obj{"type": "container", "child_blocks": dividers(1)}, "missing required field: title"},
	"container collapsed":     {container(obj{"is_collapsible": true, "default_collapsed": true}), container(obj{"default_collapsed": true}), "is_collapsible must be true"},
	"container children":      {container(obj{"child_blocks": dividers(10)}), container(obj{"child_blocks": dividers(11)}), "no more than 10"},
	"container not empty":     {container(nil), container(obj{"child_blocks": dividers(0)}), "no fewer than 1"},
	"container kinds":         {container(obj{"child_blocks": []any{section(nil), table(1, 1, 1)}}), container(obj{"child_blocks": []any{rich(of("text", 1))}}), "unsupported type: rich_text [json-pointer:/blocks/0/child_blocks/0/type]"},
	"container in container":  {container(nil), container(obj{"child_blocks": []any{container(nil)}}), "unsupported type: container"},
	"container's limits":      {container(obj{"child_blocks": []any{section(nil)}}), container(obj{"child_blocks": []any{section(obj{"text": of("mrkdwn", 3001)})}}), "/blocks/0/child_blocks/0/text/text]"},
	"container's block_ids":   {[]any{section(obj{"block_id": "a"}), container(nil)}, []any{section(obj{"block_id": "a"}), container(obj{"child_blocks": []any{section(obj{"block_id": "a"})}})}, "block_id already exists"},
	"blocks in containers":    {many(5, func(int) any { return container(obj{"child_blocks": dividers(9)}) }), many(5, func(int) any { return container(obj{"child_blocks": dividers(10)}) }), "those in containers included"},
	"unknown block":           {section(nil), obj{"type": "sektion"}, "unsupported type: sektion [json-pointer:/blocks/0/type]"},
	"no type":                 {section(nil), obj{"text": of("mrkdwn", 1)}, "unsupported type"},
	"misspelt field":          {section(nil), section(obj{"acessory": obj{}}), "invalid additional property: acessory [json-pointer:/blocks/0]"},
	"emoji of plain_text":     {section(obj{"text": obj{"type": "plain_text", "text": "x", "emoji": true}}), section(obj{"text": obj{"type": "mrkdwn", "text": "x", "emoji": true}}), "invalid additional property: emoji"},
	"verbatim of mrkdwn":      {section(obj{"text": obj{"type": "mrkdwn", "text": "x", "verbatim": true}}), section(obj{"text": obj{"type": "plain_text", "text": "x", "verbatim": true}}), "invalid additional property: verbatim"},
	"text of a whole message": {many(4, func(int) any { return section(obj{"text": of("mrkdwn", 3000)}) }), append(many(4, func(int) any { return section(obj{"text": of("mrkdwn", 3000)}) }), obj{"type": "header", "text": of("plain_text", 1)}), "msg_blocks_too_long"},
}

func feedbackBlocks(n int) obj {
	return obj{"type": "context_actions", "elements": many(n, func(int) any {
		b := obj{"text": of("plain_text", 75), "value": strings.Repeat("v", 2000)}
		return obj{"type": "feedback_buttons", "positive_button": b, "negative_button": b}
	})}
}

func citation(fields obj) obj {
	e := obj{"type": "citation", "url": "https://x/", "text": "guide", "index": 1, "details": obj{"citation_type": "web", "display_name": "x"}}
	for k, v := range fields {
		e[k] = v
	}
	return e
}

func container(fields obj) obj {
	b := obj{"type": "container", "title": of("plain_text", 1), "child_blocks": dividers(1)}
	for k, v := range fields {
		b[k] = v
	}
	return b
}

// TestAnOldWorkspaceRefusesWhatIsNew, like one that does not have it yet.
func TestAnOldWorkspaceRefusesWhatIsNew(t *testing.T) {
	for says, v := range map[string]any{
		"unsupported type: container [json-pointer:/blocks/0/type]":                      container(nil),
		"unsupported type: citation [json-pointer:/blocks/0/elements/0/elements/0/type]": rich(citation(nil)),
	} {
		if code, messages := checkMessage(encode(v)); code != "" {
			t.Errorf("today: %s %q", code, messages)
		}
		_, refused := blockkit.Law{Old: true}.Message(encode(v))
		if code, messages := verdict(refused); code != "invalid_blocks" || !strings.Contains(strings.Join(messages, " "), says) {
			t.Errorf("an old workspace says %s %q, want %s", code, messages, says)
		}
	}
	if _, refused := (blockkit.Law{Old: true}).Message(encode(feedbackBlocks(1))); refused != nil {
		t.Errorf("an old workspace refuses what it has: %+v", refused)
	}
}

func columns(settings ...any) obj {
	b := table(1, 1, 1)
	b["column_settings"] = settings
	return b
}

func confirmation(title, text, label int) obj {
	return obj{"title": of("plain_text", title), "text": of("plain_text", text), "confirm": of("plain_text", label), "deny": of("plain_text", label)}
}

func input(fields obj) obj {
	b := obj{"type": "input", "label": of("plain_text", 1), "element": obj{"type": "plain_text_input"}}
	for k, v := range fields {
		b[k] = v
	}
	return b
}

func encode(v any) string {
	if _, isList := v.([]any); !isList {
		v = []any{v}
	}
	return string(mustJSON(v))
}

func TestBlockLimits(t *testing.T) {
	for name, c := range limits {
		t.Run(name, func(t *testing.T) {
			if code, messages := checkMessage(encode(c.inside)); code != "" {
				t.Errorf("inside: %s %q", code, messages)
			}
			code, messages := checkMessage(encode(c.outside))
			if got := fmt.Sprint(code, messages); code == "" || !strings.Contains(got, c.says) {
				t.Errorf("outside: %s, want %s", got, c.says)
			}
		})
	}
}

func TestViewLimits(t *testing.T) {
	view := func(kind string, fields obj) string {
		v := obj{"type": kind, "blocks": dividers(1)}
		if kind == "modal" {
			v["title"] = of("plain_text", 24)
		}
		for k, f := range fields {
			v[k] = f
		}
		return string(mustJSON(v))
	}
	for name, c := range map[string]struct {
		kind            string
		inside, outside obj
	}{
		"title":                 {"modal", nil, obj{"title": of("plain_text", 25)}},
		"no title":              {"modal", nil, obj{"title": nil}},
		"submit":                {"modal", obj{"submit": of("plain_text", 24)}, obj{"submit": of("plain_text", 25)}},
		"close":                 {"modal", obj{"close": of("plain_text", 24)}, obj{"close": of("plain_text", 25)}},
		"private_metadata":      {"modal", obj{"private_metadata": strings.Repeat("m", 3000)}, obj{"private_metadata": strings.Repeat("m", 3001)}},
		"callback_id":           {"modal", obj{"callback_id": strings.Repeat("m", 255)}, obj{"callback_id": strings.Repeat("m", 256)}},
		"blocks":                {"modal", obj{"blocks": dividers(100)}, obj{"blocks": dividers(101)}},
		"home blocks":           {"home", obj{"blocks": dividers(100)}, obj{"blocks": dividers(101)}},
		"home has no title":     {"home", nil, obj{"title": of("plain_text", 1)}},
		"inputs need submit":    {"modal", obj{"submit": of("plain_text", 1), "blocks": []any{input(nil)}}, obj{"blocks": []any{input(nil)}}},
		"no tables":             {"modal", nil, obj{"blocks": []any{table(1, 1, 1)}}},
		"no containers":         {"home", nil, obj{"blocks": []any{container(nil)}}},
		"no context_actions":    {"home", nil, obj{"blocks": []any{feedbackBlocks(1)}}},
		"wrong type":            {"home", nil, obj{"type": "modal"}},
		"no text limit as such": {"home", obj{"blocks": many(10, func(int) any { return section(obj{"text": of("mrkdwn", 3000)}) })}, obj{"blocks": "x"}},
	} {
		t.Run(name, func(t *testing.T) {
			if code, messages := checkView(view(c.kind, c.inside), c.kind); code != "" {
				t.Errorf("inside: %s %q", code, messages)
			}
			if code, _ := checkView(view(c.kind, c.outside), c.kind); code != "invalid_arguments" {
				t.Errorf("outside: %q", code)
			}
		})
	}
}

func FuzzBlocks(f *testing.F) {
	for _, c := range limits {
		for _, v := range []any{c.inside, c.outside} {
			if raw := mustJSON(v); len(raw) < 2000 {
				f.Add("["+string(raw)+"]", "<!here> <@U1|x> <https://x|y>")
			}
		}
	}
	f.Add(`[{"type":"table","rows":[1,[null],[{"type":"rich_text","elements":{}}]]},null,7,[]]`, "<<>>")
	f.Fuzz(func(t *testing.T, blocks, text string) {
		code, messages := checkMessage(blocks)
		if (code == "invalid_blocks") != (len(messages) > 0) {
			t.Errorf("%s with %q", code, messages)
		}
		checkView(`{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":`+blocks+`}`, "modal")
		kept := blockkit.Blocks([]byte(blocks))
		blockkit.Pings(text, kept)
		_ = blockkit.Plain(kept) + blockkit.Readable(text)
		blockkit.State(kept, blockkit.Choices{})
		blockkit.Identify(kept, func() string { return "id" })
	})
}

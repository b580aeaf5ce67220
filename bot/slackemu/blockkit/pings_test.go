package blockkit_test

import (
	"encoding/json"
	"testing"

	"careeradvisor/bot/slackemu/blockkit"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestPings(t *testing.T) {
	mrkdwn := func(text string) string {
		return string(mustJSON([]any{obj{"type": "section", "text": obj{"type": "mrkdwn", "text": text}}}))
	}
	for name, c := range map[string]struct {
		text, blocks string
		want         []string
	}{
		"nothing":              {text: "PM vs TPM?"},
		"broadcasts":           {text: "<!channel> <!here|here> <!everyone>", want: []string{"@channel", "@everyone", "@here"}},
		"user":                 {text: "hi <@U012AB> and <@W9|bob>, <@U012AB>", want: []string{"@U012AB", "@W9"}},
		"user group":           {text: "<!subteam^S012|@leads>", want: []string{"@S012"}},
		"escaped":              {text: "&lt;!channel&gt; &lt;@U012&gt;"},
		"words":                {text: "@here @channel"},
		"no mentions":          {text: "<https://x|@here> <#C012> <!date^1^{date}|@here> a < b > c <!nobody>"},
		"mrkdwn":               {blocks: mrkdwn("<!here>"), want: []string{"@here"}},
		"mrkdwn escaped":       {blocks: mrkdwn(blockkit.Typed("<!here>"))},
		"plain_text":           {blocks: `[{"type":"header","text":{"type":"plain_text","text":"<!here>"}}]`},
		"rich_text text":       {blocks: string(mustJSON([]any{rich(obj{"type": "text", "text": "<!here> <@U1>"})}))},
		"rich_text mentions":   {blocks: string(mustJSON([]any{rich(obj{"type": "user", "user_id": "U1"}, obj{"type": "broadcast", "range": "here"})})), want: []string{"@U1", "@here"}},
		"raw_text":             {blocks: `[{"type":"table","rows":[[{"type":"raw_text","text":"<!here>"}]]}]`},
		"mention in a cell":    {blocks: string(mustJSON([]any{obj{"type": "table", "rows": []any{[]any{rich(obj{"type": "user", "user_id": "U1"})}}}})), want: []string{"@U1"}},
		"mrkdwn in an element": {blocks: `[{"type":"context","elements":[{"type":"mrkdwn","text":"<@U1>"}]}]`, want: []string{"@U1"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, blockkit.Pings(c.text, blockkit.Blocks([]byte(c.blocks))), cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func mustJSON(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return raw
}

package blockkit_test

import (
	"testing"

	"careeradvisor/bot/slackemu/blockkit"

	"github.com/google/go-cmp/cmp"
)

func pick(id string, n int) obj {
	return obj{"type": "actions", "block_id": "row", "elements": []any{obj{"type": "static_select", "action_id": id, "options": options(n, 1, 1)}}}
}

func TestActFindsElementsWhereverTheyAre(t *testing.T) {
	beside := section(obj{"accessory": obj{"type": "button", "action_id": "beside", "text": of("plain_text", 1), "value": "1"}})
	raw := encode([]any{container(obj{"child_blocks": []any{pick("inside", 2)}}), beside})
	blocks, refused := blockkit.Law{}.Message(raw)
	if refused != nil {
		t.Fatal(refused)
	}
	chosen := blockkit.Choices{}
	for action, values := range map[string][]string{"inside": {"b"}, "beside": {"1"}} {
		if _, err := blockkit.Act(blocks, chosen, "", action, values); err != nil {
			t.Errorf("%s: %v", action, err)
		}
	}
	if _, err := blockkit.Act(blocks, chosen, "elsewhere", "inside", []string{"b"}); err == nil {
		t.Error("an element is found in another block")
	}
	got := blockkit.State(blocks, chosen)["values"].(obj)["row"].(obj)["inside"].(obj)["selected_option"]
	if diff := cmp.Diff("b", blockkit.Text(got, "value")); diff != "" {
		t.Error(diff)
	}
}

func TestFillRefusesWhatTheClientWouldNotSend(t *testing.T) {
	name := input(obj{"block_id": "name", "element": obj{"type": "plain_text_input", "action_id": "n", "max_length": 3}})
	maybe := input(obj{"block_id": "maybe", "optional": true, "element": obj{"type": "static_select", "action_id": "m", "options": options(2, 1, 1)}})
	blocks := blockkit.Blocks(mustJSON([]any{name, maybe}))
	for says, values := range map[string]map[string]string{
		"name is required":                     nil,
		"name is too long":                     {"name": "wxyz"},
		`there is no input "age"`:              {"name": "xyz", "age": "3"},
		`m: there is no option with value "z"`: {"name": "xyz", "m": "z"},
	} {
		chosen := blockkit.Choices{}
		err := blockkit.Fill(blocks, chosen, values)
		if err == nil {
			err = blockkit.Sendable(blocks, chosen)
		}
		if err == nil || err.Error() != says {
			t.Errorf("%v gives %v, want %s", values, err, says)
		}
	}
	if err := blockkit.Fill(blocks, blockkit.Choices{}, map[string]string{"n": "xy", "maybe": "a"}); err != nil {
		t.Error(err)
	}
	if !blockkit.HasInput(blocks, "name") || blockkit.HasInput(blocks, "age") {
		t.Error("the inputs are others")
	}
}

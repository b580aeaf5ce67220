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
	cell := obj{"type": "action_cell", "element": obj{"type": "button", "action_id": "cell", "text": of("plain_text", 1), "value": "1"}}
	secret := button(obj{"action_id": "secret", "visible_to_user_ids": []any{"U1"}})
	raw := encode([]any{
		container(obj{"child_blocks": []any{pick("inside", 2)}}), secret,
		dataTable(2, obj{"rows": []any{[]any{of("raw_text", 1)}, []any{cell}}}),
	})
	blocks, refused := blockkit.Law{}.Message(raw)
	if refused != nil {
		t.Fatal(refused)
	}
	chosen := blockkit.Choices{}
	for action, values := range map[string][]string{"inside": {"b"}, "cell": {"1"}, "secret": nil} {
		if _, err := blockkit.Act(blocks, chosen, "U1", "", action, values); err != nil {
			t.Errorf("%s: %v", action, err)
		}
	}
	if _, err := blockkit.Act(blocks, chosen, "U2", "", "secret", nil); err == nil {
		t.Error("U2 uses a button that only U1 sees")
	}
	if _, err := blockkit.Act(blocks, chosen, "U1", "elsewhere", "inside", []string{"b"}); err == nil {
		t.Error("an element is found in another block")
	}
	got := blockkit.State(blocks, chosen)["values"].(obj)["row"].(obj)["inside"].(obj)["selected_option"]
	if diff := cmp.Diff("b", blockkit.Text(got, "value")); diff != "" {
		t.Error(diff)
	}
}

func TestFillRefusesWhatTheClientWouldNotSend(t *testing.T) {
	name := input(obj{"block_id": "name", "element": obj{"type": "plain_text_input", "action_id": "n", "min_length": 2, "max_length": 3}})
	maybe := input(obj{"block_id": "maybe", "optional": true, "element": obj{"type": "static_select", "action_id": "m", "options": options(2, 1, 1)}})
	blocks := blockkit.Blocks(mustJSON([]any{name, maybe}))
	for says, values := range map[string]map[string]string{
		"name is required":                     nil,
		"name has the wrong length":            {"name": "x"},
		`there is no input "age"`:              {"name": "xyz", "age": "3"},
		`m: there is no option with value "z"`: {"name": "xyz", "m": "z"},
	} {
		if err := blockkit.Fill(blocks, blockkit.Choices{}, values); err == nil || err.Error() != says {
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

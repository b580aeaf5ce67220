package rank

import "testing"

func TestSeparate(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "",
		"a plain text.":           "a plain text.",
		"role:salary":             "role salary",
		"What is it?A manager.So": "What is it?A manager So",
		"first_name_last":         "first name last",
		"Node.js, U.S.":           "Node js, U S.",
		"é.ü:я_λ":                 "é ü я λ",
		"3.5 at 10:30, x_1":       "3.5 at 10:30, x_1",
		":_.":                     ":_.",
		"a..b":                    "a..b",
		"\xff.\xff a.b":           "\xff.\xff a b",
	} {
		if got := Separate(text); got != want {
			t.Errorf("Separate(%q) = %q, want %q", text, got, want)
		}
	}
}

package load_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

func TestTextParagraphs(t *testing.T) {
	checkStructures(t, "guide.txt", []structure{
		{"a line is a paragraph",
			lines("Pilots guide ships through harbours, which is a hard thing to do when the weather is bad and the night is dark.",
				"They are paid well, which is only right for people who are out at sea in the weather of which the line above tells."),
			lines("= ", "paragraph: Pilots guide ships through harbours, which is a hard thing to do when the weather is bad and the night is dark.",
				"paragraph: They are paid well, which is only right for people who are out at sea in the weather of which the line above tells.")},
		{"hard-wrapped at 72 columns",
			lines("What is a pilot?", "",
				"A pilot is somebody who guides ships through harbours and other waters",
				"that are crowded or shallow. Pilots know their waters by heart, and they",
				"go",
				"aboard by a rope ladder.", "",
				"A second paragraph begins here. Its lines end where the next word would",
				"Not fit any more, whatever it begins with, and here is where the thing",
				"ends.", "",
				"- An item of a list that is also wrapped by hand, since the whole of the",
				"  text is, with its second line indented", "- A short item", "",
				"1. A step of a list that is also wrapped by hand, since the whole of the",
				"text is", "2. A short step"),
			lines("= What is a pilot?",
				"paragraph: A pilot is somebody who guides ships through harbours and other waters that are crowded or shallow. "+
					"Pilots know their waters by heart, and they go aboard by a rope ladder.",
				"paragraph: A second paragraph begins here. Its lines end where the next word would "+
					"Not fit any more, whatever it begins with, and here is where the thing ends.",
				"item 1: An item of a list that is also wrapped by hand, since the whole of the text is, with its second line indented",
				"item 1: A short item",
				"step 2: A step of a list that is also wrapped by hand, since the whole of the text is", "step 2: A short step")},
		{"blank lines of every sort part",
			"One thing.\n\nAnother thing.\n \t\nA third.\n\u00a0\nA fourth.\n\n\n\n",
			lines("= ", "paragraph: One thing.", "paragraph: Another thing.", "paragraph: A third.", "paragraph: A fourth.")},
	})
}

// A long wrapped text without a blank line is joined in good time.
func TestWrappedTextWithoutEnd(t *testing.T) {
	const line = "and the pilot goes aboard by a rope ladder, looks about the ship and then\n"
	text := "The pilot comes alongside in a small boat, waits for the ship to slow down\n" + strings.Repeat(line, 20_000)
	for _, p := range parse(t, "guide.txt", text).Passages() {
		if p.Kind != knowledge.Paragraph || len(p.Text) < 1000 && strings.HasPrefix(p.Text, "and") {
			t.Fatalf("%s of %d bytes, want joined lines", p.Kind, len(p.Text))
		}
	}
}

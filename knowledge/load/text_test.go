package load_test

import "testing"

func TestTextHeadings(t *testing.T) {
	checkStructures(t, "guide.txt", []structure{
		{"bare lines over text",
			lines("What is a pilot?", "A pilot guides ships through harbours.", "", "Are there others?", "", "There are.", "Pay and hours", "The pay is good."),
			lines("= What is a pilot?", "paragraph: A pilot guides ships through harbours.", "= Are there others?", "paragraph: There are.",
				"= Pay and hours", "paragraph: The pay is good.")},
		{"with a colon",
			lines("Pilots are also known as:", "", "Sea guides", "", "Key Skills:", "• Calm", "The duties include:", "• Steering"),
			lines("= Pilots are also known as:", "paragraph: Sea guides", "= Key Skills:", "item 1: Calm",
				"paragraph: The duties include:", "item 2: Steering")},
		{"enumerated over text",
			lines("How to start", "There are ways.", "a. Go to school", "It takes two years to get through the whole of the school.",
				"b. Go to sea", "It takes longer.", "Levels", "1. Junior pilot", "This is where everybody begins who comes from the school."),
			lines("= How to start", "paragraph: There are ways.", "= How to start > a. Go to school",
				"paragraph: It takes two years to get through the whole of the school.", "= How to start > b. Go to sea",
				"paragraph: It takes longer.", "= Levels", "= Levels > 1. Junior pilot",
				"paragraph: This is where everybody begins who comes from the school.")},
		{"numbered in levels",
			lines("1. Pay", "The pay is good.", "1.1. Bonus", "The bonus is small.", "2. Hours", "The hours are long."),
			lines("= 1. Pay", "paragraph: The pay is good.", "= 1. Pay > 1.1. Bonus", "paragraph: The bonus is small.",
				"= 2. Hours", "paragraph: The hours are long.")},
		{"hashes and rules",
			lines("# Pay #", "It is good.", "", "HOURS", "-----", "They are long."),
			lines("= Pay", "paragraph: It is good.", "= HOURS", "paragraph: They are long.")},
		{"sentences, long lines and last lines are text",
			lines("Pilots work at sea.", "", "they say so", "", "A line of very many words that goes on and on is a sentence without its stop",
				"", "Good pay, too, they say.", "", "The end"),
			lines("= ", "paragraph: Pilots work at sea.", "paragraph: they say so",
				"paragraph: A line of very many words that goes on and on is a sentence without its stop",
				"paragraph: Good pay, too, they say.", "paragraph: The end")},
		{"questions and answers",
			lines("Q: Is it hard?", "A: Yes, at first.", "", "Q: Is it paid?", "A: Yes, and well."),
			lines("= Q: Is it hard?", "paragraph [A]: A: Yes, at first.", "= Q: Is it paid?", "paragraph [A]: A: Yes, and well.")},
	})
}

func TestTextLists(t *testing.T) {
	checkStructures(t, "guide.txt", []structure{
		{"bullets of every sort",
			lines("Skills", "• Calm", "- Maps", "* Radio", "", "– Ropes", "Text between.", "+ Boats", "– 5 knots"),
			lines("= Skills", "item 1: Calm", "item 1: Maps", "item 1: Radio", "item 1: Ropes", "paragraph: Text between.",
				"item 2: Boats", "item 2: 5 knots")},
		{"labelled",
			lines("• Market Research: Conduct research: ask.", "• Strategy – say no.", "• 24/7 work: no.", "• Ask. Then: act", "• No label:", "• Ratio 3:1"),
			lines("= ", "item 1 [Market Research]: Market Research: Conduct research: ask.", "item 1 [Strategy]: Strategy – say no.",
				"item 1 [24/7 work]: 24/7 work: no.", "item 1: Ask. Then: act", "item 1: No label:", "item 1: Ratio 3:1")},
		{"numbers in a row are steps",
			lines("How to start", "1. Go to school", "2. Go to sea", "", "3. Ask for a job", "Good luck to you."),
			lines("= How to start", "step 1: Go to school", "step 1: Go to sea", "step 1: Ask for a job", "paragraph: Good luck to you.")},
		{"letters, brackets, romans, words",
			lines("a) Ask", "b) Wait", "", "(1) Ask", "(2) Wait", "", "i. ask", "ii. wait", "", "Step 1: Ask", "Step 2: Wait", "2.1) Go"),
			lines("= ", "step 1: Ask", "step 1: Wait", "step 2: Ask", "step 2: Wait", "step 2: ask", "step 2: wait", "step 3: Ask",
				"step 3: Wait", "step 3: Go")},
		{"steps go on after what stands between",
			lines("How to start", "1. Learn the basics.", "- Maps", "- Radio", "2. Go to sea.", "It takes a year.", "3. Ask for a job", "", "Pay", "4. Not a step."),
			lines("= How to start", "step 1: Learn the basics.", "item 1.2: Maps", "item 1.2: Radio", "step 1: Go to sea.",
				"paragraph 1.1: It takes a year.", "step 1: Ask for a job", "= Pay", "paragraph: 4. Not a step.")},
		{"every step numbered one",
			lines("1. Ask.", "1. Wait.", "1. Go."),
			lines("= ", "step 1: Ask.", "step 1: Wait.", "step 1: Go.")},
		{"numbers in text are text",
			lines("In 2024. there were pilots.", "", "42. is no step by itself.", "", "3.5 years are enough."),
			lines("= ", "paragraph: In 2024. there were pilots.", "paragraph: 42. is no step by itself.", "paragraph: 3.5 years are enough.")},
		{"contents list dropped",
			lines("Contents", "- Pay", "- Hours of work", "", "Pay", "The pay is good.", "Hours of Work", "The hours are long."),
			lines("= Pay", "paragraph: The pay is good.", "= Hours of Work", "paragraph: The hours are long.")},
	})
}

func TestTextTables(t *testing.T) {
	want := lines("= Pay", "row 1: Level=Junior | Pay=10", "row 1: Level=Senior | Pay=20", "paragraph: So it is.")
	checkStructures(t, "guide.txt", []structure{
		{"without a rule", lines("Pay", "Level | Pay", "Junior | 10", "Senior | 20", "So it is."), want},
		{"with a rule", lines("Pay", "| Level | Pay |", "|-------|----:|", "| Junior | 10 |", "| Senior | 20 |", "", "So it is."), want},
		{"with a rule of dashes", lines("Pay", "Level | Pay", "— | —", "Junior | 10", "Senior | 20", "So it is."), want},
		{"with a rule of crosses", lines("Pay", "Level  | Pay", "-------+----", "Junior | 10", "Senior | 20", "", "So it is."), want},
		{"boxed", lines("Pay", "+--------+-----+", "| Level  | Pay |", "|========|=====|", "| Junior | 10  |", "+--------+-----+",
			"| Senior | 20  |", "+--------+-----+", "So it is."), want},
		{"with tabs", lines("Pay", "Level\t|\tPay", "Junior\t|\t10", "Senior\t|\t20", "So it is."), want},
		{"short and long rows",
			lines("Level | Pay | Note", "Junior | 10", "Senior | 20 | yearly | in gold", "| | |"),
			lines("= ", "row 1: Level=Junior | Pay=10 | Note=", "row 1: Level=Senior | Pay=20 | Note=yearly | in gold")},
		{"two tables",
			lines("a | b", "1 | 2", "", "c | d", "3 | 4"),
			lines("= ", "row 1: a=1 | b=2", "row 2: c=3 | d=4")},
		{"a bar makes no table",
			lines("Pilots | Guides of ships.", "", "Call them | ask them."),
			lines("= ", "paragraph: Pilots | Guides of ships.", "paragraph: Call them | ask them.")},
		{"a rule alone makes no table",
			lines("Level | Pay", "--- | ---", "", "So it is."),
			lines("= ", "paragraph: Level | Pay", "paragraph: So it is.")},
	})
}

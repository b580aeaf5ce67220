package bot_test

import (
	"fmt"
	"strconv"
	"strings"

	"careeradvisor/knowledge"
)

// Answers as the engine makes them, one of each shape and kind.

var (
	interviews = knowledge.Citation{Doc: "guides/tpm.md", Title: "Technical Product Manager", Section: "Technical Product Manager > The interview"}
	basics     = knowledge.Citation{Doc: "guides/tpm.md", Title: "Technical Product Manager", Section: "Technical Product Manager > What it is", Source: "the people handbook", Date: "2026-05-01"}
	comparison = knowledge.Citation{Doc: "guides/compare.md", Title: "Roles compared", Section: "PM and TPM"}
	pay        = knowledge.Citation{Doc: "guides/pay.md", Title: "Pay", Section: "By level > Senior"}
)

func definition() knowledge.Answer {
	return knowledge.Answer{
		Kind:       knowledge.Answered,
		Lead:       "A technical product manager bridges technology and business goals.",
		LeadCites:  []int{0},
		Shape:      knowledge.Prose,
		Points:     []knowledge.Point{{Text: "They translate technical concepts into clear directives.", Cites: []int{0}}},
		Citations:  []knowledge.Citation{basics},
		Confidence: 0.9,
	}
}

func versus() knowledge.Answer {
	return knowledge.Answer{
		Kind:    knowledge.Answered,
		Lead:    "Both own a product; they look at it from different sides.",
		Shape:   knowledge.Table,
		Columns: []string{"Product Manager", "Technical Product Manager"},
		Points: []knowledge.Point{
			{Label: "Focus", Cells: []knowledge.Cell{{Text: "Market and customers", Cites: []int{0}}, {Text: "Technical feasibility", Cites: []int{0, 1}}}},
			{Label: "Background", Cells: []knowledge.Cell{{}, {Text: "Engineering", Cites: []int{1}}}},
		},
		Also:        []knowledge.Point{{Label: "The basics", Text: "Some say that the two are the same.", Cites: []int{1}}},
		Citations:   []knowledge.Citation{comparison, basics},
		Suggestions: []string{"How do I become a TPM?", "What does a TPM earn?"},
		Confidence:  0.8,
	}
}

// linked is an answer from documents that are on the web.
func linked() knowledge.Answer {
	a := knowledge.Answer{Kind: knowledge.Answered, Lead: "Both own a product.", LeadCites: []int{0, 1}, Citations: []knowledge.Citation{comparison, basics}}
	for i := range a.Citations {
		a.Citations[i].URL = "https://handbook.example/roles#" + strconv.Itoa(i)
	}
	return a
}

// faq is an answer from a document that spells out its questions.
func faq() knowledge.Answer {
	return knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.List, Citations: []knowledge.Citation{basics}, Points: []knowledge.Point{
		{Text: "Q: Where can I park? A: Behind the house.", Cites: []int{0}}, {Text: "Question: What is it? Answer: Free.", Cites: []int{0}},
	}}
}

// unlabelled is a comparison whose table has no names for its rows.
func unlabelled() knowledge.Answer {
	a := versus()
	a.Lead, a.Also = "", nil
	for i := range a.Points {
		a.Points[i].Label = ""
	}
	return a
}

func path() knowledge.Answer {
	return knowledge.Answer{
		Kind:  knowledge.Answered,
		Lead:  "There are three steps.",
		Shape: knowledge.Steps,
		Points: []knowledge.Point{
			{Label: "Learn the basics", Text: "Build something.", Cites: []int{0}},
			{Text: "Lead a small project.", Cites: []int{0}},
			{Label: "Apply", Cites: []int{1}},
		},
		Citations: []knowledge.Citation{basics, pay},
	}
}

// subSteps are steps of which one contains a list, which contains another.
func subSteps() knowledge.Answer {
	at := []int{0}
	return knowledge.Answer{
		Kind:  knowledge.Answered,
		Shape: knowledge.Steps,
		Points: []knowledge.Point{
			{Text: "Learn the ropes:", Cites: at, Inside: []knowledge.Point{
				{Text: "knots", Cites: at, Inside: []knowledge.Point{{Label: "Bowline", Text: "the first to learn", Cites: at}}},
				{Text: "charts", Cites: at},
			}},
			{Text: "Pass the exam.", Cites: at},
		},
		Citations: []knowledge.Citation{basics},
	}
}

// commands are steps of which one has a block of code.
func commands() knowledge.Answer {
	at := []int{0}
	return knowledge.Answer{
		Kind:  knowledge.Answered,
		Shape: knowledge.Steps,
		Points: []knowledge.Point{
			{Text: "Fetch the log:", Cites: at, Inside: []knowledge.Point{{Text: "git clone harbour/log\ncd log && echo \"<@U1> & *done*\"", Code: true, Cites: at}}},
			{Text: "Start it.", Cites: at},
		},
		Citations: []knowledge.Citation{basics},
	}
}

func growth() knowledge.Answer {
	return knowledge.Answer{
		Kind:      knowledge.Answered,
		Shape:     knowledge.Steps,
		Points:    []knowledge.Point{{Text: "Sleep.", Cites: []int{0}}, {Text: "Eat."}},
		Citations: []knowledge.Citation{basics},
	}
}

// onInterviews is canned text about what interviewers ask.
func onInterviews() knowledge.Answer {
	a := duties()
	a.Citations = []knowledge.Citation{interviews}
	return a
}

func duties() knowledge.Answer {
	return knowledge.Answer{
		Kind:  knowledge.Answered,
		Shape: knowledge.List,
		Points: []knowledge.Point{
			{Label: "Market Research", Text: "Find out what customers need.", Cites: []int{0}},
			{Label: "Roadmap", Text: "Keep it current.", Cites: []int{0}},
		},
		Citations: []knowledge.Citation{basics},
	}
}

func unknown() knowledge.Answer {
	return knowledge.Answer{
		Kind:        knowledge.Refuse,
		Lead:        "My documents don't say anything about parking.",
		Suggestions: []string{"What is a TPM?"},
	}
}

// nearest is a refusal with headings to choose from.
func nearest() knowledge.Answer {
	return knowledge.Answer{
		Kind:        knowledge.Refuse,
		Lead:        "My documents don't answer that. The closest I have:",
		Suggestions: []string{"By level", "What it is"},
	}
}

func unclear() knowledge.Answer {
	return knowledge.Answer{
		Kind:        knowledge.Clarify,
		Lead:        "Which role do you mean?",
		Suggestions: []string{"What does a Product Manager earn?", "What does a Technical Product Manager earn?"},
	}
}

func welcome() knowledge.Answer {
	return knowledge.Answer{
		Kind:        knowledge.Help,
		Lead:        "Hello! I answer career questions from documents and tell you where I found each answer.",
		Suggestions: []string{"PM vs TPM?"},
	}
}

// hostile is an answer from a document that tries to format, ping and link.
func hostile() knowledge.Answer {
	const bait = "<!channel> <@U000001> @here *bold* _it_ ~no~ `code` :100: <https://evil.example|click> R&D"
	return knowledge.Answer{
		Kind:  knowledge.Answered,
		Lead:  bait,
		Shape: knowledge.Table, Columns: []string{bait, "b"},
		Points:      []knowledge.Point{{Label: bait, Cells: []knowledge.Cell{{Text: bait}, {Text: "> quote"}}}},
		Citations:   []knowledge.Citation{{Doc: "x.md", Title: "<!here>\n" + bait, Section: bait + " > & more"}},
		Suggestions: []string{bait},
	}
}

// words are n different words, starting at number from.
func words(from, n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("w%d.", from+i)
	}
	return strings.Join(all, " ")
}

func many(shape knowledge.Shape, points, each int) knowledge.Answer {
	a := knowledge.Answer{Shape: shape}
	for i := range points {
		a.Points = append(a.Points, knowledge.Point{Label: fmt.Sprintf("wL%d.", i), Text: words(i*each, each)})
	}
	return a
}

func grid(rows, columns, each int) knowledge.Answer {
	a := knowledge.Answer{Shape: knowledge.Table}
	for c := range columns {
		a.Columns = append(a.Columns, fmt.Sprintf("wC%d.", c))
	}
	for r := range rows {
		p := knowledge.Point{Label: fmt.Sprintf("wR%d.", r)}
		for c := range columns {
			p.Cells = append(p.Cells, knowledge.Cell{Text: words((r*columns+c)*each, each)})
		}
		a.Points = append(a.Points, p)
	}
	return a
}

func cited(n int) knowledge.Answer {
	a := knowledge.Answer{Lead: "w0. See below."}
	for i := range n {
		a.Citations = append(a.Citations, knowledge.Citation{Title: fmt.Sprint("Guide ", i), Section: "Part > " + words(i, 3)})
		a.LeadCites = append(a.LeadCites, i)
	}
	return a
}

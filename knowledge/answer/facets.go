package answer

import "careeradvisor/knowledge"

// facet is one row of the table of facets: something that can be asked of a role.
type facet struct {
	name string
	// ask are the ways people ask for it, as words in a row. The longest that
	// stands in a question wins; a trailing + says that the word begins so.
	ask []string
	// head are the words of headings under which documents speak of it: every
	// word of an entry has to stand in the heading.
	head []string
	// say are words of sentences that speak of it.
	say []string
	// shape is the form of the answer to a question about the facet as a whole.
	shape knowledge.Shape
	// strict facets are figures and the like: said only for just what was asked.
	strict bool
	// suggest is the question that offers this facet, with %s for the role.
	suggest string
}

// facets is the table of facets. Rows that come first win where two fit a
// question equally well.
var facets = []facet{
	{
		name: "difference",
		ask: []string{"vs", "difference", "differences", "differ", "differs", "different from", "diff", "compare", "compared", "comparison",
			"compares", "distinguish", "distinguishes", "same as", "same thing", "the same", "sets apart", "set apart", "as opposed to",
			"rather than", "contrast", "distinction", "instead of just", "unlike"},
		head:  []string{"difference", "vs", "versus", "compared", "comparison", "compare", "differ", "distinction"},
		say:   []string{"whereas", "while", "contrast", "distinction", "differ", "difference", "similar", "subset", "unlike"},
		shape: knowledge.Table, suggest: "How does a %s differ from a %s?",
	},
	{
		name: "salary",
		ask: []string{"salary", "salaries", "pay", "pays", "paid", "earn", "earns", "earning", "earnings", "income", "wage", "wages", "compensation",
			"comp", "take home", "make a year", "make per year", "how much money", "how much do they make", "how much does make", "remuneration",
			"money", "ctc", "package", "paycheck", "payscale", "cuanto gana", "salario", "sueldo", "gehalt", "salaire", "lucrative", "how much do make"},
		head:  []string{"salary", "pay", "compensation", "earn", "earning", "wage", "income"},
		say:   []string{"salary", "compensation", "earn", "paid", "pay"},
		shape: knowledge.Prose, strict: true, suggest: "What does a %s earn?",
	},
	{
		name:  "benefits package",
		ask:   []string{"bonus", "bonuses", "equity", "stock", "stocks", "stock options", "shares", "perks", "rsu", "rsus"},
		head:  []string{"bonus", "perk"},
		say:   []string{"bonus", "stock", "option", "equity"},
		shape: knowledge.Prose,
	},
	{
		name: "interview",
		ask: []string{"interview", "interviews", "interviewing", "interviewer", "interviewers", "prepare for an interview", "land a job", "land the role",
			"hiring process"},
		head:  []string{"interview"},
		say:   []string{"interview", "question", "demonstrate"},
		shape: knowledge.Prose, suggest: "How do I prepare for a %s interview?",
	},
	{
		name: "path",
		ask: []string{"become", "becoming", "get into", "break into", "getting into", "move into", "moving into", "move from", "switch to", "switch into",
			"transition", "transition into", "transition to", "start a career", "start as", "path to", "road to", "route to", "steps to", "how to be",
			"get started", "getting started", "enter the field", "way into", "land a role", "pivot", "pivot to", "go from", "steps", "get there"},
		head:  []string{"become", "path", "getting started", "get started", "route", "way into", "steps"},
		say:   []string{"become", "first step", "start", "path", "transition"},
		shape: knowledge.Steps, suggest: "How do I become a %s?",
	},
	{
		name: "education",
		ask: []string{"degree", "degrees", "diploma", "study", "studies", "studied", "education", "educational background", "university", "college", "major",
			"certification", "certifications", "certificate", "certificates", "certified", "course", "courses", "qualification", "qualifications",
			"training", "academic", "bootcamp", "masters", "mba", "phd", "school"},
		head:  []string{"education", "certification", "qualification", "training", "degree", "study"},
		say:   []string{"degree", "certification", "education", "qualification", "program", "course", "training"},
		shape: knowledge.Prose, suggest: "What education does a %s need?",
	},
	{
		name: "coding",
		ask: []string{"code", "coding", "programming", "program", "software development", "technical knowledge", "technical background",
			"how technical", "tech background", "technical expertise", "technical skills", "developer background"},
		head:  []string{"technical expertise", "coding", "technical skills"},
		say:   []string{"coding", "technical expertise", "software development", "technical knowledge", "engineering background"},
		shape: knowledge.Prose,
	},
	{
		name: "level",
		ask: []string{"level", "levels", "seniority", "ladder", "career ladder", "hierarchy", "pecking order", "rank", "ranks", "progression", "promotion",
			"promoted", "career path", "career growth", "grow into", "rungs", "rung", "career progression", "how senior", "how high", "climb", "next step up"},
		head:  []string{"level", "ladder", "seniority", "progression", "career path", "rank"},
		say:   []string{"level", "senior", "mid-level", "director", "junior"},
		shape: knowledge.List, suggest: "What levels are there for a %s?",
	},
	{
		name: "types",
		ask: []string{"types", "type", "kinds of", "kinds", "sorts of", "specialisation", "specialisations", "specialization", "specializations", "specialise",
			"specialize", "speciality", "specialities", "specialty", "flavours", "flavors", "variants", "varieties", "subtypes", "categories", "niches"},
		head:  []string{"type", "kind", "specialisation", "speciality", "variety"},
		say:   []string{"specialise", "type", "focuses on"},
		shape: knowledge.List, suggest: "What types of %s are there?",
	},
	{
		name: "fit",
		ask: []string{"fit", "fit in", "suited", "suit", "suits", "personality", "personalities", "traits", "trait", "right for me", "right for", "cut out for",
			"good match", "temperament", "character", "introvert", "extrovert", "introverts", "extroverts", "should i be", "would i like", "would i enjoy", "for me"},
		head:  []string{"suited", "suit", "personality", "fit", "trait", "character", "right for you"},
		say:   []string{"personality", "enterprising", "trait", "tend to be", "people who"},
		shape: knowledge.Prose, suggest: "Am I suited to be a %s?",
	},
	{
		name: "day",
		ask: []string{"typical day", "day in the life", "day to day", "daily routine", "average day", "spend their time", "spend the day", "spend time", "time spent",
			"spend a day", "spend a typical day", "their day", "the day", "a day", "daily", "percent", "percentage", "share of", "workday", "work day", "routine", "time split", "how much time", "how much of",
			"week look like", "day look like", "hours"},
		head:  []string{"day", "time", "daily", "routine"},
		say:   []string{"typical day", "percent", "day-to-day", "daily"},
		shape: knowledge.List, suggest: "How does a %s spend a typical day?",
	},
	{
		name: "workplace",
		ask: []string{"workplace", "work environment", "working environment", "environment", "office", "offices", "remote", "remotely", "from home", "work from home", "wfh", "hybrid",
			"where do", "where are", "where does", "cities", "city", "location", "locations", "based", "culture", "setting", "working conditions", "on site", "onsite",
			"work life balance", "balance"},
		head:  []string{"workplace", "environment", "where work", "office", "culture", "working condition"},
		say:   []string{"office", "remote", "workplace", "environment", "work-life balance", "culture", "location"},
		shape: knowledge.Prose, suggest: "What is the workplace of a %s like?",
	},
	{
		name: "hiring",
		ask: []string{"benefits", "benefit", "benefit of", "benefits of", "advantage", "advantages", "upside", "upsides", "why hire", "hire", "hiring", "employ", "employing", "worth hiring",
			"bring in", "value of", "useful", "helpful", "pros", "risk", "risks", "downside", "drawback", "drawbacks", "add to a team", "good comes"},
		head:  []string{"benefit", "hiring", "advantage", "why hire", "value"},
		say:   []string{"benefit", "beneficial", "hire", "employ", "advantage", "edge", "preferable", "risk"},
		shape: knowledge.Prose, suggest: "What are the benefits of hiring a %s?",
	},
	{
		name:  "importance",
		ask:   []string{"important", "importance", "matter", "matters", "why do we need", "why need", "crucial", "point of having", "why is the role", "need for", "essential", "vital"},
		head:  []string{"matters", "important", "importance", "why role"},
		say:   []string{"essential", "crucial", "vital", "key", "important", "critical", "linchpin"},
		shape: knowledge.Prose,
	},
	{
		name: "skills",
		ask: []string{"skill", "skills", "skillset", "skill set", "qualities", "quality", "attributes", "attribute", "competencies", "competence", "abilities", "strengths",
			"what does it take", "good at", "requirements for the role", "need to know", "need to have", "soft skills", "expertise", "know how"},
		head:  []string{"skill", "quality", "takes", "competency", "requirement", "attribute", "technical expertise"},
		say:   []string{"skill", "expertise", "ability", "attribute", "blend", "knowledge"},
		shape: knowledge.Prose, suggest: "What skills does a %s need?",
	},
	{
		name:  "reporting",
		ask:   []string{"report to", "reports to", "reporting", "reporting line", "boss", "who manages", "answer to", "their manager", "line manager", "supervisor", "above them"},
		head:  []string{"reporting", "report"},
		say:   []string{"report to", "reports to"},
		shape: knowledge.Prose,
	},
	{
		name: "teams",
		ask: []string{"work with", "works with", "collaborate", "collaborates", "which teams", "what teams", "team", "teams", "departments", "liaise", "interact",
			"interacts", "colleagues", "stakeholders", "rubbing shoulders", "coworkers", "co-workers"},
		head:  []string{"team", "collaboration", "stakeholder", "liaising", "liaison"},
		say:   []string{"team", "collaborate", "works with", "closely", "alongside", "stakeholder"},
		shape: knowledge.Prose, suggest: "Which teams does a %s work with?",
	},
	{
		name: "names",
		ask: []string{"stand for", "stands for", "short for", "abbreviation", "acronym", "another name", "other name", "other names", "also known as", "also called", "aka",
			"called", "synonym", "other title", "other titles", "alternative title", "alternative names", "names for", "name for", "another title", "full form", "mean"},
		head:  []string{"also known", "other name", "other title", "alias", "alternative name", "also called"},
		say:   []string{"stands for", "also known", "also called"},
		shape: knowledge.Prose,
	},
	{
		name: "duties",
		ask: []string{"duty", "duties", "responsibility", "responsibilities", "responsible for", "tasks", "task", "what does do", "what do do", "do all day", "does do", "do they do", "the job about",
			"job description", "role of", "role in", "what does actually do", "accountable for", "in charge of", "does a", "job entail", "role entail", "entail", "functions", "supposed to do",
			"work on", "job of", "actually do", "do"},
		head:  []string{"duty", "responsibility", "does do", "role of", "task", "responsible", "what does"},
		say:   []string{"responsible for", "in charge of", "oversees", "duties", "responsibilities"},
		shape: knowledge.List, suggest: "What does a %s do?",
	},
	{
		name: "definition",
		ask: []string{"what is", "what are", "who is", "who are", "define", "defined", "definition", "explain", "describe", "what is meant by", "meaning", "introduce", "introduction to", "about",
			"overview", "in a nutshell", "eli5", "tell me about", "what the hell is", "what exactly is"},
		head:  []string{"what is", "who is", "definition", "defining", "define", "overview", "what is like", "introduction"},
		say:   []string{"is a", "is the"},
		shape: knowledge.Prose, suggest: "What is a %s?",
	},
}

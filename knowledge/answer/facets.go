package answer

import "careeradvisor/knowledge"

// The facets that the engine treats by name.
const (
	facetDifference = "difference"
	facetInterview  = "interview"
	facetPath       = "path"
	facetLevel      = "level"
	facetFit        = "fit"
	facetDuties     = "duties"
	facetDefinition = "definition"
)

// facets is the table of facets. Rows that come first win where two fit a
// question equally well. Its words are those of any role's documents; what only
// one set of documents says belongs into the operator's synonyms.
var facets = []facet{
	{
		name: facetDifference, shape: knowledge.Table, suggest: "How does a %s differ from a %s?",
		ask: []string{
			"vs", "difference", "differences", "differ", "differs", "different from", "diff", "compare", "compared", "comparison",
			"compares", "distinguish", "distinguishes", "same as", "same thing", "the same", "sets apart", "set apart", "as opposed to",
			"rather than", "contrast", "distinction", "instead of just", "unlike",
		},
		head: []string{"difference", "vs", "versus", "compared", "comparison", "compare", "differ", "distinction"},
		say:  []string{"whereas", "while", "contrast", "distinction", "differ", "difference", "similar", "subset", "unlike"},
	},
	{
		name: "benefits package", shape: knowledge.Prose,
		ask:  []string{"perks", "rsu", "rsus"},
		near: []string{"bonus", "bonuses", "equity", "stock", "stocks", "stock options", "shares"},
		head: []string{"bonus", "perk"},
		say:  []string{"bonus", "stock", "option", "equity"},
	},
	{
		name: "salary", shape: knowledge.Prose, strict: true, suggest: "What does a %s earn?",
		ask: []string{
			"salary", "salaries", "pay", "pays", "paid", "earn", "earns", "earning", "earnings", "income", "wage", "wages", "compensation",
			"comp", "take home", "make a year", "make per year", "how much money", "how much do they make", "how much does make",
			"remuneration", "the money", "money like", "good money", "how much money", "ctc", "package", "paycheck", "payscale", "cuanto gana", "salario", "sueldo", "gehalt", "salaire",
			"lucrative", "how much do make",
		},
		head: []string{"salary", "pay", "compensation", "earn", "earning", "wage", "income"},
		say:  []string{"salary", "compensation", "earn", "paid", "pay"},
	},
	{
		name: facetInterview, shape: knowledge.Prose, suggest: "How do I prepare for a %s interview?",
		ask: []string{
			"interview", "interviews", "interviewing", "interviewer", "interviewers", "prepare for an interview", "land a job",
			"land the role",
		},
		near: []string{"hiring process"},
		head: []string{"interview"},
		say:  []string{"interview", "question", "demonstrate"},
	},
	{
		name: facetPath, shape: knowledge.Steps, suggest: "How do I become a %s?",
		ask: []string{
			"become", "becoming", "get into", "break into", "getting into", "move into", "moving into", "move from", "moving from",
			"switch to", "switch into", "switch from", "switching to", "switching into", "switching from", "career change",
			"change career", "change careers", "changing careers", "switch careers", "switching careers", "transition", "transition into", "transition to", "start a career", "start as", "path to", "road to", "route to",
			"steps to", "how to be", "get started", "getting started", "enter the field", "way into", "land a role", "pivot", "pivot to",
			"go from", "steps", "get there", "want to be",
		},
		near: []string{"before becoming", "prior job", "previous job", "start out", "started out"},
		head: []string{"become", "path", "getting started", "get started", "route", "way into", "steps"},
		say:  []string{"become", "first step", "start", "path", "transition"},
	},
	{
		name: "education", shape: knowledge.Prose, suggest: "What education does a %s need?",
		ask: []string{
			"study", "studies", "studied", "education", "educational background", "major", "qualification", "qualifications", "training",
			"academic", "school",
		},
		near: []string{
			"certification", "certifications", "certificate", "certificates", "certified", "course", "courses", "masters", "master degree", "mba", "phd",
			"bootcamp", "university", "college", "degree", "degrees", "diploma",
		},
		head: []string{"education", "certification", "qualification", "training", "degree", "study"},
		say:  []string{"degree", "certification", "education", "qualification", "program", "course", "training"},
	},
	{
		name: "coding", shape: knowledge.Prose,
		ask:  []string{"how technical", "tech background", "developer background", "programmer", "write software"},
		near: []string{"code", "coding", "programming", "program"},
		head: []string{"technical expertise", "coding", "technical skills"},
		say:  []string{"coding", "technical expertise", "software development", "technical knowledge", "engineering background"},
	},
	{
		name: facetLevel, shape: knowledge.List, suggest: "What levels are there for a %s?",
		ask: []string{
			"level", "levels", "seniority", "ladder", "career ladder", "hierarchy", "pecking order", "rank", "ranks", "grade", "grades",
			"progression", "career path", "career growth", "grow into", "rungs", "rung", "career progression", "how senior", "how high",
			"climb", "next step up",
		},
		near: []string{"promoted", "promotion"},
		head: []string{"level", "ladder", "seniority", "progression", "career path", "rank", "grade"},
		say:  []string{"level", "senior", "mid-level", "director", "junior"},
	},
	{
		name: "types", shape: knowledge.List, suggest: "What types of %s are there?",
		ask: []string{
			"types", "type", "kinds of", "kinds", "sorts of", "specialisation", "specialisations", "specialization", "specializations",
			"specialise", "specialize", "speciality", "specialities", "specialty", "flavours", "flavors", "variants", "varieties",
			"subtypes", "categories", "niches",
		},
		head: []string{"type", "kind", "specialisation", "speciality", "variety"},
		say:  []string{"specialise", "type", "focuses on"},
	},
	{
		name: facetFit, shape: knowledge.Prose, suggest: "Am I suited to be a %s?",
		ask: []string{
			"fit", "fit in", "suited", "suit", "suits", "personality", "personalities", "traits", "trait", "right for me", "right for",
			"cut out for", "good match", "thrive", "thrives", "be happy", "happy as", "happy in", "enjoy it", "matches me", "match me",
			"like me", "my kind of job", "of person", "type of person", "character", "should i be", "would i like",
			"would i enjoy", "for me",
		},
		near: []string{"introvert", "extrovert", "introverts", "extroverts", "temperament"},
		head: []string{"suited", "suit", "personality", "fit", "trait", "character", "right for you"},
		say:  []string{"personality", "enterprising", "trait", "tend to be", "people who"},
	},
	{
		name: "day", shape: knowledge.List, suggest: "How does a %s spend a typical day?",
		ask: []string{
			"typical day", "day in the life", "day to day", "daily routine", "average day", "spend their time", "spend the day",
			"spend time", "time spent", "spend a day", "spend a typical day", "their day", "the day", "a day", "daily", "workday",
			"work day", "routine", "time split", "how much time", "week look like", "day look like",
		},
		near: []string{"percent", "percentage", "share of", "hours", "how much of"},
		head: []string{"day", "time", "daily", "routine"},
		say:  []string{"typical day", "percent", "day-to-day", "daily"},
	},
	{
		name: "workplace", shape: knowledge.Prose, suggest: "What is the workplace of a %s like?",
		ask: []string{
			"workplace", "work environment", "working environment", "environment", "where do they work", "where do work", "where they work", "where does work", "where do", "where are", "where does", "based", "setting",
			"working conditions",
		},
		near: []string{
			"office", "offices", "remote", "remotely", "from home", "work from home", "wfh", "hybrid", "cities", "city", "location",
			"locations", "on site", "onsite", "balance between work", "work life balance", "culture",
		},
		head: []string{"workplace", "environment", "where work", "office", "culture", "working condition"},
		say:  []string{"office", "remote", "workplace", "environment", "work-life balance", "culture", "location"},
	},
	{
		name: "drawbacks", shape: knowledge.List,
		ask: []string{
			"downside", "downsides", "drawback", "drawbacks", "disadvantage", "disadvantages", "risk", "risks", "cons", "bad sides",
			"worst part", "hardest part", "worst thing", "hardest thing",
		},
		head: []string{"drawback", "downside", "disadvantage", "risk", "challenges"},
		say:  []string{"risk", "drawback", "downside", "disadvantage", "danger"},
	},
	{
		name: "hiring", shape: knowledge.Prose, suggest: "What are the benefits of hiring a %s?",
		ask: []string{
			"benefits", "benefit", "benefit of", "benefits of", "advantage", "advantages", "upside", "upsides", "why hire", "pros",
			"add to a team", "in it for",
		},
		near: []string{
			"bring in", "hire", "hiring", "employ", "employing", "worth hiring",
		},
		head: []string{"benefit", "hiring", "advantage", "why hire", "value"},
		say:  []string{"benefit", "beneficial", "hire", "employ", "advantage", "edge", "preferable", "risk"},
	},
	{
		name: "tools", shape: knowledge.List, suggest: "What tools does a %s use?",
		ask:  []string{"tools", "tool", "which software", "what software", "tech stack", "equipment", "gear"},
		head: []string{"tools", "technology", "software", "tech stack", "equipment"},
		say:  []string{"tool", "software", "equipment"},
	},
	{
		name: "prospects", shape: knowledge.Prose,
		ask: []string{
			"in demand", "demand", "job market", "prospects", "outlook", "worth it", "good career", "worthwhile", "future proof",
			"sought after", "job security",
		},
		head: []string{"outlook", "prospect", "demand"},
		say:  []string{"sought after", "demand for", "lucrative", "competitive", "future-forward", "new opportunities", "job opportunities", "career opportunities"},
	},
	{
		name: "importance", shape: knowledge.Prose,
		ask: []string{
			"important", "importance", "matter", "matters", "why do we need", "why need", "crucial", "point of having", "why is the role",
			"need for", "essential", "vital",
		},
		head: []string{"matters", "important", "importance", "why role"},
		say:  []string{"essential", "crucial", "vital", "key", "important", "critical", "linchpin"},
	},
	{
		name: "skills", shape: knowledge.Prose, suggest: "What skills does a %s need?",
		ask: []string{
			"skill", "skills", "skillset", "skill set", "qualities", "attributes", "attribute", "competencies", "competence", "abilities",
			"strengths", "what does it take", "good at", "requirements for the role", "need to know", "need to have",
		},
		near: []string{"soft skills", "expertise", "know how"},
		head: []string{"skill", "quality", "takes", "competency", "requirement", "attribute"},
		say:  []string{"skill", "expertise", "ability", "attribute", "blend", "knowledge"},
	},
	{
		name: "reporting", shape: knowledge.Prose,
		ask: []string{
			"report to", "reports to", "reporting", "reporting line", "boss", "answer to", "their manager", "line manager",
			"supervisor", "above them",
		},
		head: []string{"reporting", "report"},
		say:  []string{"report to", "reports to"},
	},
	{
		name: "teams", shape: knowledge.Prose, suggest: "Which teams does a %s work with?",
		ask: []string{
			"work with", "works with", "collaborate", "collaborates", "which teams", "what teams", "team", "teams", "departments", "liaise",
			"interact", "interacts", "colleagues", "coworkers", "co-workers",
		},
		near: []string{"stakeholders", "rubbing shoulders"},
		head: []string{"team", "collaboration", "stakeholder", "liaising", "liaison"},
		say:  []string{"team", "collaborate", "works with", "closely", "alongside", "stakeholder"},
	},
	{
		name: "names", shape: knowledge.Prose,
		ask: []string{
			"stand for", "stands for", "short for", "abbreviation", "acronym", "another name", "other name", "other names", "also known as",
			"also called", "aka", "it called", "are they called", "synonym", "other title", "other titles", "alternative title",
			"alternative names", "names for", "name for", "another title", "full form", "mean",
		},
		head: []string{"also known", "other name", "other title", "alias", "alternative name", "also called"},
		say:  []string{"stands for", "also known", "also called"},
	},
	{
		name: facetDuties, shape: knowledge.List, suggest: "What does a %s do?",
		ask: []string{
			"duty", "duties", "responsibility", "responsibilities", "responsible for", "tasks", "task", "what does do", "what do do",
			"expected of", "do all day", "does do", "do they do", "the job about", "job description", "what does actually do", "part in", "accountable for",
			"in charge of", "job entail", "role entail", "entail", "functions", "supposed to do", "work on", "job of", "actually do",
		},
		head: []string{"duty", "responsibility", "does do", "role of", "task", "responsible", "what does"},
		say:  []string{"responsible for", "in charge of", "oversees", "duties", "responsibilities"},
	},
	{
		name: facetDefinition, shape: knowledge.Prose, whole: true, suggest: "What is a %s?",
		ask: []string{
			"what is", "what are", "who is", "who are", "define", "defined", "definition", "explain", "describe", "what is meant by",
			"meaning", "introduce", "introduction to", "about", "overview", "in a nutshell", "tl dr", "tldr", "gist", "in short", "eli5", "tell me about", "what the hell is",
			"what exactly is",
		},
		head: []string{"what is", "who is", "definition", "defining", "define", "overview", "introduction"},
		say:  []string{"is a", "is the"},
	},
}

package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

// TestSmallInputs asks small documents, each typical of its kind, what they answer.
func TestSmallInputs(t *testing.T) {
	e := wholeEncoder(t)
	for _, c := range []struct {
		name    string
		files   map[string]string
		asked   string
		earlier []string
		kind    knowledge.AnswerKind // "" for an answer
		has     []string
		not     []string
	}{
		{name: "duties of another role", asked: "What does a software engineer do?",
			files: map[string]string{
				"engineer.md": "# Software Engineer\n\n## Your role\n\nAs an engineer you plan the work and build features with tests.\n",
				"head.md":     "# Head of Business Analysis\n\n## Key responsibilities\n\n- Grow the practice\n- Hire and coach the team\n",
			}, has: []string{"build features"}, not: []string{"Hire and coach"}},
		{name: "duties of the lead", asked: "What is a software engineer responsible for?",
			files: map[string]string{
				"engineer.md": "# Software Engineer\n\n## Your role\n\nAs an engineer you plan the work and build features with tests.\n",
				"lead.md":     "# Lead Software Engineer\n\n## Responsibilities\n\n- Set the direction\n- Coach the team\n",
			}, has: []string{"build features"}, not: []string{"Set the direction"}},
		{name: "two figures", asked: "What is the notice period?",
			files: map[string]string{"grades.md": "# Grade A\n\nThe notice period is four weeks for everyone in this grade.\n\n# Grade B\n\nThe notice period is two weeks for everyone in this grade.\n"},
			has:   []string{"four weeks", "two weeks"}},
		{name: "not", asked: "Do I have to take holiday in August?",
			files: map[string]string{"rules.md": "# Senior\n\nYou must not take holiday in August.\n\n# Junior\n\nYou must take holiday in August.\n"},
			has:   []string{"You must not take holiday", "You must take holiday"}},
		{name: "and maternity", asked: "and maternity?", earlier: []string{"How much paternity leave is there?"},
			files: map[string]string{"leave.md": "# Leave\n\n## Maternity leave\n\nWe provide 12 weeks maternity leave at full pay.\n\n## Paternity leave\n\nWe provide 10 weeks paternity leave at full pay.\n"},
			has:   []string{"12 weeks"}},
		{name: "two places", asked: "What do pilots earn?",
			files: map[string]string{"pay.md": "# Pilot in the north\n\nPilots in the north earn 90 coins a day and a free boat.\n\n# Pilot in the south\n\nPilots in the south earn 40 coins a day and a free boat.\n"},
			has:   []string{"90 coins", "40 coins"}},
		{name: "tech lead", asked: "What does a tech lead do?",
			files: map[string]string{"lead.md": "# Tech Lead\n\nA tech lead owns the system.\n"}, has: []string{"owns the system"}},
		{name: "baker", asked: "What does a baker do?",
			files: map[string]string{"baker.md": "# Baker\n\nA baker bakes bread. Bakers start at four.\n"}, has: []string{"bakes bread"}},
		{name: "judge a manager", asked: "How do I judge a manager?",
			files: map[string]string{"managing.md": "# Managing managers\n\nTo assess a manager, look at the balance.\n"}, has: []string{"look at the balance"}},
		{name: "sub-steps", asked: "How do I become a harbour pilot?",
			files: map[string]string{"pilot.md": "# Harbour pilot\n\n## How to become a harbour pilot\n\n1. Learn the ropes:\n   1. knots\n   2. charts\n2. Pass the exam.\n3. Sail.\n"},
			has:   []string{"1. Learn the ropes:", "• knots", "2. Pass the exam.", "3. Sail."}},
		{name: "level by number", asked: "What does a developer 4 do?",
			files: map[string]string{"developer.md": "# Developer\n\n## D3 - Developer 3\n\n* **Specializes**: is the go-to person for a technology\n\n## D4 - Developer 4\n\n* **Owns**: owns the operation\n"},
			has:   []string{"owns the operation"}, not: []string{"go-to person"}},
		{name: "levels compared", asked: "What's the difference between a developer 3 and a developer 4?",
			files: map[string]string{"developer.md": "# Developer\n\n## D3 - Developer 3\n\n* **Specializes**: is the go-to person for a technology\n\n## D4 - Developer 4\n\n* **Owns**: owns the operation\n"},
			has:   []string{"go-to person", "owns the operation"}},
		{name: "a table of levels", asked: "What levels are there?",
			files: map[string]string{"levels.md": "# Levels of a harbour pilot\n\n| Level | Duty | Note |\n|---|---|---|\n| Mate | Ties knots | Young |\n| Pilot | Guides ships | Old |\n"},
			has:   []string{"Mate", "Ties knots", "Pilot", "Guides ships"}},
		{name: "columns compared", asked: "How does a junior SRE's mastery differ from a senior SRE's?",
			files: map[string]string{"sre.md": "# SRE levels\n\n| Category | Junior SRE (L1) | Senior SRE (L3) |\n|---|---|---|\n| Mastery | Learns the stack | Knows the stack by heart |\n| Scope | A task | A system |\n"},
			has:   []string{"Learns the stack", "Knows the stack by heart"}, not: []string{"A task"}},
		{name: "a table whose columns say what its figures are", asked: "What does crew with more than 5 years earn?",
			files: map[string]string{"pay.md": "# Pay\n\n<table><tr><td>Years</td><td>Crew</td></tr><tr><td>More than 5</td><td>$90k</td></tr></table>\n"},
			has:   []string{"$90k"}},
		{name: "columns compared, far from what is most like the question", asked: "difference between a junior and a lead programmer",
			files: map[string]string{"titles.md": "# Titles for programmers\n\n## Programming management\n\nLead Programmers (L4) act as tech leads to Junior Programmers (L1). Tech leads are responsible for:\n\n" +
				"- Reviewing a junior programmer's work before it ships.\n- Meeting a junior programmer on every project.\n\n## Expectations\n\n| Category | Junior Programmer (L1) | Programmer (L2) | Lead Programmer (L4) |\n|---|---|---|---|\n" +
				"| Skill | | | |\n| Mastery | Knows the basics | Knows the stack | Knows it by heart |\n" + strings.Repeat("| More | Asks | Does | Decides |\n", 13)},
			has: []string{"Knows the basics", "Knows it by heart", "and 2 more"}, not: []string{"Meeting a junior", "Skill"}},
		{name: "a question is no answer", asked: "What's a quiet Friday?",
			files: map[string]string{
				"fridays.md": "# Quiet Friday\n\nOn every second Friday nobody may call a meeting, and all finish what they began.\n",
				"start.md":   "# Start here\n\n- What is a quiet Friday?\n- Where do I park?\n",
			}, has: []string{"nobody may call a meeting"}, not: []string{"What is a quiet Friday?"}},
		{name: "a link is no answer", asked: "How do I submit an expense?",
			files: map[string]string{
				"index.md":    "# Money\n\n- [How to submit an expense](expenses.md)\n- [Our expense policy](policy.md)\n",
				"expenses.md": "# Getting your money back\n\nSubmit an expense in the blue form, with a photo of the receipt, before the tenth of the month.\n",
			}, has: []string{"blue form"}, not: []string{"Our expense policy"}},
		{name: "whose level it is is no side", asked: "D3 vs D4 developer, what's the difference?",
			files: map[string]string{"developer.md": "# Developer\n\nA developer writes code with care.\n\n## D3 - Developer 3\n\n* **Scope**: leads one project\n* **Teamwork**:\n  * helps others\n\n## D4 - Developer 4\n\n* **Scope**: leads several projects\n* **Teamwork**:\n  * teaches others\n"},
			has:   []string{"one project", "several projects"}, not: []string{"Teamwork", "with care"}},
		{name: "levels of a role named once", asked: "IC3 vs IC4 engineer, what's the difference?",
			files: map[string]string{
				"engineer.md": "# Engineer\n\nAn engineer writes code with care.\n\n## IC3\n\n* **Scope**: leads one project\n* Teamwork:\n  * helps others\n\n## IC4\n\n* **Scope**: leads several projects\n* Teamwork:\n  * teaches others\n",
				"designer.md": "# Designer\n\nA designer draws.\n\n## IC3\n\n* **Scope**: draws one screen\n\n## IC4\n\n* **Scope**: draws many screens\n",
			}, has: []string{"one project", "several projects"}, not: []string{"Teamwork", "with care", "screen"}},
		{name: "tables of two levels", asked: "What's the difference between a Surveyor II and a senior surveyor?",
			files: map[string]string{"surveyors.md": "# Surveyor levels\n\n### Level 1: Surveyor I\n\n| Area | Question | Expected |\n|---|---|---|\n| Scope | What do I measure? | Measures a room. |\n| Trust | Who asks me? | Nobody asks. |\n\n" +
				"### Level 2: Surveyor II\n\n| Area | Question | Expected |\n|---|---|---|\n| Scope | What do I measure? | Measures a house. |\n| Trust | Who asks me? | The crew asks. |\n\n" +
				"### Level 3: Senior Surveyor\n\n| Area | Question | Expected |\n|---|---|---|\n| Scope | What do I measure? | Measures a town. |\n| Trust | Who asks me? | The mayor asks. |\n"},
			has: []string{"a house", "a town", "The crew", "The mayor"}, not: []string{"a room", "What do I measure?"}},
		{name: "a role beside a job unheard of", asked: "pilot or astronaut?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\nA pilot guides ships and knows every rock.\n"},
			has:   []string{"astronaut"}},
		{name: "two levels that documents do not have", asked: "senior vs staff designer", kind: knowledge.Refuse,
			files: map[string]string{"designer.md": "# Designer\n\nA designer draws screens.\n\n## Pay\n\nSenior people may take a car to work.\n"},
			has:   []string{"senior designer"}},
		{name: "the beginning of a long paragraph", asked: "How much holiday do I get?",
			files: map[string]string{"off.md": "# Time off\n\nThe yard offers 20 days of leave and 11 local feasts every year. We ask that you write it down in the book at the gate. Your holiday is shorter in your first year, by when you came. What you get of your holiday and do not use rolls over from year to year, up to a bank of 27 days at any time. If you leave the yard with days of holiday in your bank, you get the money for those that you did not use, by the pay of your last month at the yard. Feasts are not paid for when you leave.\n"},
			has:   []string{"20 days"}, not: []string{"Feasts are not paid"}},
		{name: "what is named of a long list", asked: "Which knots are there, besides the reef knot?",
			files: map[string]string{"knots.md": "# Knots\n\nThere are twelve knots, such as the reef knot:\n\n- Reef knot: ties two ropes of a size.\n" + strings.Repeat("- Bowline: "+strings.Repeat("does many other things all day. ", 6)+"\n", 11)},
			has:   []string{"ties two ropes", "Bowline"}, not: []string{"many other things"}},
		{name: "a job whose words are there, apart", asked: "How do I become a harbour master?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Harbour pilot\n\n## How to become a harbour pilot\n\n1. Hold a master's certificate.\n2. Train with a senior pilot.\n"}},
		{name: "a row beside prose", asked: "Who looks after the ropes of a ship?",
			files: map[string]string{"mate.md": "# Mates\n\nThe mate looks after the ropes of a ship and of its boats, and splices them.\n\n## Work by rank\n\n| Rank | Work | Age |\n|---|---|---|\n| Boy | Looks after the ropes of a ship | Young |\n| Cook | Cooks | Old |\n"},
			has:   []string{"The mate looks after", "Boy › Work: Looks after the ropes"}, not: []string{" | "}},
		{name: "inside an item", asked: "Which book explains giving feedback?",
			files: map[string]string{"books.md": "# Books\n\n- The Quiet Yard (Olsen, 2012)\n  - From Ann: explains how to give feedback to people without hurting them.\n- High Masts (Brand, 1983)\n  - From Ben: on how ships of the line were rigged in the north.\n- Low Tide (Lund, 2001)\n  - From Cleo: on mud, eels, and the fishing of both by hand, with a hundred pictures.\n"},
			has:   []string{"The Quiet Yard", "give feedback"}, not: []string{"High Masts"}},
		{name: "steps of a level", asked: "What is expected of a senior welder?",
			files: map[string]string{
				"welders.md": "# Ladder of the yard\n\n- Welder 1 (W1): Learns the tools.\n- Senior Welder 1 (W2): Plans the work of a crew.\n- Senior Welder 2 (W3): Plans the work of a whole yard.\n",
				"tools.md":   "# Tools\n\nWhat is expected of tools is that they are clean.\n",
			}, has: []string{"work of a crew", "work of a whole yard"}},
		{name: "level of an item", asked: "What is expected of an Engineer 2?",
			files: map[string]string{"ladder.md": "# Engineering ladder\n\n- Engineer 1 (IC2): Learns the tools.\n- Engineer 2 (IC3): Is an effective team member.\n- Engineer 3 (IC4): Leads projects.\n"},
			has:   []string{"Is an effective team member"}},
		{name: "a list with its line", asked: "What are the scoring bands?",
			files: map[string]string{"scoring.md": "# Scoring\n\nRegardless of the method, the bands are generally:\n\n- Strong hire\n- Hire\n- No hire\n\nThe bands are agreed in the debrief.\n"},
			has:   []string{"Strong hire", "No hire"}},
		{name: "a table and its line", asked: "How do day and night tickets compare?",
			files: map[string]string{"tickets.md": "# Tickets\n\nDay and night tickets compare like this:\n\n| Ticket | Price | Boats |\n|---|---|---|\n| Day | Four crowns | All |\n| Night | Six crowns | The last two |\n"},
			has:   []string{"compare like this", "Four crowns", "The last two"}},
		{name: "a long table and its line", asked: "How large are the crews?",
			files: map[string]string{"crews.md": "# Crews\n\nCrews are this large:\n\n| Boat | Size |\n|---|---|\n| Boat A | 2 crew |\n| Boat B | 3 crew |\n| Boat C | 4 crew |\n| Boat D | 5 crew |\n| Boat E | 6 crew |\n| Boat F | 7 crew |\n| Boat G | 8 crew |\n| Boat H | 9 crew |\n| Boat I | 10 crew |\n| Boat J | 11 crew |\n| Boat K | 12 crew |\n| Boat L | 13 crew |\n| Boat M | 14 crew |\n| Boat N | 15 crew |\n| Boat O | 16 crew |\n"},
			has:   []string{"Crews are this large", "2 crew", "13 crew"}, not: []string{"16 crew"}},
		{name: "names of a long list", asked: "Which trades are there in the yard?",
			files: map[string]string{"trades.md": "# Trades of the yard\n\nThere are eight trades in the yard:\n\n- Deck hand: The deck hand works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n- Rigger: The rigger works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n- Sailmaker: The sailmaker works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n- Caulker: The caulker works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n- Cooper: The cooper works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n- Chandler: The chandler works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n- Lighterman: The lighterman works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n- Stevedore: The stevedore works by the season, keeps the tools of the trade in order, learns from the one before, and teaches the one who comes after with patience and care.\n"},
			has:   []string{"eight trades in the yard", "Stevedore"}, not: []string{"keeps the tools"}},
		{name: "a page rather than a list of pages", asked: "What does a bell founder do?",
			files: map[string]string{
				"jobs.md":    "# Jobs at the foundry\n\nThese are the jobs, from the first to the last:\n\n1. Bell founder\n2. Mould maker\n3. Chaser\n",
				"founder.md": "# Bell founder\n\n## Core skills\n\n- You pour bronze at the right heat, and know by its colour when that is.\n- You tune what has cooled on the lathe.\n",
				"mould.md":   "# Mould maker\n\n## Core skills\n\n- You shape loam around a core.\n",
			}, has: []string{"pour bronze"}, not: []string{"Mould maker"}},
		{name: "probation", asked: "How long is probation?",
			files: map[string]string{"joining.md": "# Joining\n\nWhen someone joins us, they're \"on probation\" for three months.\n\n## Extending probation\n\nWe extend it where we believe that somebody would succeed here longer term.\n"},
			has:   []string{"three months"}},
		{name: "the next level", asked: "How long must I be at my level to apply for the next?",
			files: map[string]string{"moves.md": "# Moves\n\nEmployees must be at their current level for one year in order to apply for a position at the next level.\n"},
			has:   []string{"one year"}},
		{name: "minutes", asked: "How long is the hiring manager interview?",
			files: map[string]string{"hiring.md": "# Hiring\n\n- **Hiring manager interview**: 60 minute video interview\n- **Team interview**: with three colleagues\n"},
			has:   []string{"60 minute"}},
		{name: "which day", asked: "Which day do wages come?",
			files: map[string]string{"pay.md": "# Pay\n\nWages go out on the 10th.\n"}, has: []string{"10th"}},
		{name: "labels of mentions", asked: "is <@U2|ben> right that a harbour pilot earns ninety? <https://example.org|link>",
			files: map[string]string{"pilot.md": "# Harbour pilot\n\nA harbour pilot earns ninety crowns a day.\n"}, has: []string{"ninety crowns"}},
		{name: "who is in the room", asked: "who is in the room?", earlier: []string{"What is a one on one on one?"},
			files: map[string]string{"meetings.md": "# One on one on ones\n\nA one on one on one is a meeting between a person, their manager and their manager's manager.\n\n# Conferences\n\nWe have a limited budget for attendance.\n"},
			has:   []string{"their manager's manager"}, not: []string{"limited budget"}},
		{name: "a column", asked: "How much of the time does an engineering manager code?",
			files: map[string]string{"roles.md": "# Lead and manager\n\n| Tech lead | Engineering manager |\n|---|---|\n| Coding 30% to 70% of the time | Coding 0% to 30% of the time |\n"},
			has:   []string{"0% to 30%"}},
		{name: "the first column compared", asked: "tech lead vs engineering manager",
			files: map[string]string{"roles.md": "# Lead and manager\n\n| Tech lead | Engineering manager |\n|---|---|\n| Codes most of the time | Codes at times |\n| Reviews designs | Hires |\n"},
			has:   []string{"Tech lead: Reviews designs", "Engineering manager: Hires"}, not: []string{"\nReviews designs"}},
		{name: "Spanish", asked: "¿Cuánto gana un práctico de puerto?",
			files: map[string]string{"practico.md": "---\nlang: es\n---\n# Práctico de puerto\n\nEl práctico de puerto gana noventa coronas al día. Trabaja en el puerto y guía los barcos.\n"},
			has:   []string{"noventa coronas"}},
		{name: "Japanese", asked: "給与はいくらですか?",
			files: map[string]string{"kyuyo.md": "---\nlang: ja\n---\n# 就業規則\n\n## 給与\n\n給与は年に一度見直され、月額三十万円です。\n\n## 休暇\n\n休暇は年に二十日です。\n"},
			has:   []string{"三十万円"}},
		{name: "earn trust", asked: "What does a harbour pilot earn?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Harbour pilot\n\n## Values\n\n- Earn trust\n- Keep calm\n"}},
		{name: "two questions", asked: "What does a pilot earn and how do I become one?",
			files: map[string]string{"pilot.md": "# Pilot\n\n## Pay\n\nA pilot earns ninety coins a day.\n\n## How to become a pilot\n\nPass the exam of the harbour office.\n"},
			has:   []string{"ninety coins", "Pass the exam"}},
		{name: "a job beside one that documents know", asked: "pilot or submarine captain?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\nA pilot guides ships into the harbour.\n"},
			has:   []string{"submarine captain"}},
		{name: "more on a job beside one that documents know", asked: "why?", earlier: []string{"pilot or submarine captain?"}, kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\nA pilot guides ships into the harbour.\n"},
			has:   []string{"submarine captain"}},
		{name: "a place that documents never name", asked: "What does a pilot earn in Norway?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\n## Pay\n\nA pilot earns ninety coins a day.\n\n## Duties\n\nA pilot guides ships into the harbour.\n"},
			has:   []string{"never mention “Norway”"}},
		{name: "a place unheard of, after another question", asked: "and in Norway?", earlier: []string{"What is the average pay of a pilot in Sweden?"}, kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\n## Pay\n\nIn Sweden, the average pay of a pilot is ninety coins a day.\n\n## Duties\n\nA pilot guides ships into the harbour.\n"},
			has:   []string{"never mention “Norway”"}},
		{name: "a job unheard of, after another question", asked: "and a nurse?", earlier: []string{"What does a pilot earn?"}, kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\n## Pay\n\nA pilot earns ninety coins a day.\n\n## Duties\n\nA pilot guides ships into the harbour.\n"},
			has:   []string{"“nurse”"}},
		{name: "the topic without the answer", asked: "May I take my boots home when I leave?", kind: knowledge.Refuse,
			files: map[string]string{"yard.md": "# The yard\n\n## Boots\n\nEverybody gets a pair of boots when they join. Boots are repaired by the cobbler on Tuesdays.\n\n## Parental leave\n\nThe yard offers parents four weeks of paid leave in the first year of a child. Ask the office for the blue form.\n"}},
		{name: "code", asked: "What do I do before I push my branch?",
			files: map[string]string{"git.md": "# Branches\n\n## Before you push\n\nCheck your branch before you push:\n\n```\nmake check\n```\n\n## Names\n\nBranches are named after birds.\n"},
			has:   []string{"before you push:\n  make check"}},
		{name: "code in a step", asked: "How do I set up my boat log?",
			files: map[string]string{"log.md": "# Log\n\n## Set up your boat log\n\n1. Fetch the log\n\n   ```\n   get log\n   ```\n\n1. Start it\n"},
			has:   []string{"1. Fetch the log\n  get log\n2. Start it"}},
		{name: "numbered headings over lists", asked: "Which roles does the boat meeting have?",
			files: map[string]string{"meeting.md": "# Boat meeting\n\n## Roles of the boat meeting:\n\n### 1. Caller:\n\n- The caller of the boat meeting keeps the time.\n- The caller rings the bell.\n\n### 2. Scribe:\n\n- The scribe of the boat meeting writes down who said what.\n\n### 3. Cook:\n\n- The cook of the boat meeting brings soup.\n"},
			has:   []string{"1. Caller: The caller of the boat meeting keeps the time.\n2. Scribe: The scribe of the boat meeting writes down who said what.\n3. Cook: The cook of the boat meeting brings soup."}},
		{name: "what one section says, in its order", asked: "How do I get a changed tide table to everybody?",
			files: map[string]string{"tides.md": "# Tides\n\n## Changing a tide table\n\nTo change a tide table, first fetch the latest:\n\n```\nfetch tides\n```\n\nThen send the changed tide table to the harbour master:\n\n```\nsend tides\n```\n\n## Pay\n\nA pilot earns ninety coins.\n"},
			has:   []string{"first fetch the latest:\n  fetch tides\nThen send the changed tide table to the harbour master:\n  send tides"}},
		{name: "code below steps that end with a colon", asked: "How do I install the tide log?", not: []string{"uninstall"},
			files: map[string]string{"log.md": "# Log\n\n## How to install the tide log\n\n1. Fetch the tide log:\n\n   ```\n   get log\n   ```\n\n2. Install the tide log:\n\n   ```\n   make install\n   ```\n\n## Remove the tide log\n\nTo remove the tide log, run this:\n\n```\nmake uninstall\n```\n"},
			has:   []string{"1. Fetch the tide log:\n  get log\n2. Install the tide log:\n  make install"}},
		{name: "code beside a step", asked: "How do I restart the beacon?",
			files: map[string]string{"beacon.md": "# Beacon\n\n## How to restart the beacon\n\n1. Ring the bell.\n2. Restart the beacon:\n\n```\nbeacon restart\n```\n"},
			has:   []string{"2. Restart the beacon:\n  beacon restart"}},
		{name: "code in a note in a step", asked: "How do I restart the beacon?",
			files: map[string]string{"beacon.md": "# Beacon\n\n## How to restart the beacon\n\n1. Ring the bell.\n\n   Ring it like this:\n\n   ```\n   bell ring\n   ```\n\n2. Restart the beacon.\n"},
			has:   []string{"1. Ring the bell. Ring it like this:\n  bell ring\n2. Restart the beacon."}},
		{name: "several blocks of code", asked: "How do I drain the dock?",
			files: map[string]string{"dock.md": "# Dock\n\n## Draining the dock\n\nDrain the dock with these:\n\n```\ndrain --all\n```\n\n```\ndrain status\n```\n\n## Pay\n\nThe dock master earns ninety coins.\n"},
			has:   []string{"Drain the dock with these:\n  drain --all\n  drain status"}},
		{name: "code in short", asked: "shorter", earlier: []string{"How do I drain the dock?"},
			files: map[string]string{"dock.md": "# Dock\n\n## Draining the dock\n\nThe dock is drained in autumn. Drain the dock with this:\n\n```\ndrain --all\n```\n\n## Pay\n\nThe dock master earns ninety coins.\n"},
			has:   []string{"drain --all"}},
		{name: "a fragment under its heading", asked: "What do we use for video calls?",
			files: map[string]string{"tools.md": "# Tools\n\n## Zoom\n\nVideo calls.\n\nEverybody has an account.\n\n## Netlify\n\nHosting of the harbour's pages.\n"},
			has:   []string{"Zoom: Video calls."}},
		{name: "a list of addresses", asked: "How do I become a pilot?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\nA pilot guides ships.\n\n## Further reading\n\n- https://blog.example.com/how-to-become-a-pilot\n- https://example.com/pilot-exam\n"}},
		{name: "the address of a text", asked: "What is a pilot?", not: []string{"https"},
			files: map[string]string{"pilot.md": "# Pilot\n\nhttps://example.com/what-is-a-pilot\n\nA pilot is somebody who guides ships.\n\nPilots know the tides.\n"},
			has:   []string{"guides ships"}},
		{name: "two addresses", asked: "Where do I report a leak?",
			files: map[string]string{"leak.md": "# Leaks\n\nReport a leak to both of these places:\n\nhttps://leaks.example.com\n\nleaks@example.com\n\n## Pay\n\nThe watchman earns ninety coins.\n"},
			has:   []string{"https://leaks.example.com", "leaks@example.com"}},
		{name: "labels of long code", asked: "What do I do before I push my branch?", not: []string{"Check your branch before you push:"},
			files: map[string]string{"git.md": "# Branches\n\n## Before you push\n\nCheck your branch before you push:\n\n```\n" + strings.Repeat("make check\n", 50) + "```\n\nBefore you push your branch, ask a colleague to read it.\n"},
			has:   []string{"ask a colleague"}},
		{name: "an address that a line introduces", asked: "Where do I report a leak?",
			files: map[string]string{"leak.md": "# Leaks\n\nReport a leak here:\n\nhttps://leaks.example.com\n\n## Pay\n\nThe watchman earns ninety coins.\n"},
			has:   []string{"Report a leak here:", "https://leaks.example.com"}},
		{name: "an address under a heading", asked: "How do I reach the harbour office?",
			files: map[string]string{"office.md": "# Office\n\n## How to reach the harbour office\n\noffice@example.com\n\n## Pay\n\nThe watchman earns ninety coins.\n"},
			has:   []string{"office@example.com"}},
		{name: "addresses", asked: "Which sites does the watchman watch?",
			files: map[string]string{"watch.md": "# Watch\n\nThe watchman watches these sites:\n\n- https://harbour.example.com\n- [mole@example.com](mailto:mole@example.com)\n\n## Pay\n\nThe watchman earns ninety coins.\n"},
			has:   []string{"https://harbour.example.com", "mole@example.com"}},
		{name: "a count of something else", asked: "How many pilots work here?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\n## Roster\n\nPilots work ten days on call and five days off.\n\n## Pay\n\nA pilot earns ninety coins a day.\n"}},
		{name: "German", asked: "Was verdient ein Lotse?", kind: knowledge.Refuse,
			files: map[string]string{"pilot.md": "# Pilot\n\nA pilot guides ships into the harbour.\n"},
			has:   []string{"only read English"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := engineOf(t, e, c.files).Answer(t.Context(), knowledge.Question{Text: c.asked, Earlier: c.earlier})
			if err != nil {
				t.Fatal(err)
			}
			want := c.kind
			if want == "" {
				want = knowledge.Answered
			}
			if a.Kind != want {
				t.Errorf("%s at %.2f instead of %s:\n%s\n%v", a.Kind, a.Confidence, want, a.Text(), a.Why)
			}
			for _, s := range c.has {
				if !strings.Contains(a.Text(), s) {
					t.Errorf("lacks %q:\n%s", s, a.Text())
				}
			}
			for _, s := range c.not {
				if strings.Contains(a.Text(), s) {
					t.Errorf("says %q:\n%s", s, a.Text())
				}
			}
		})
	}
}

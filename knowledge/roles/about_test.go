package roles_test

import (
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/roles"
)

// parse makes documents from texts, each given as a file's name and its content.
func parse(t testing.TB, files ...[2]string) []knowledge.Document {
	t.Helper()
	var fs []load.File
	for _, f := range files {
		fs = append(fs, load.File{ID: f[0], Data: []byte(f[1])})
	}
	docs, left := new(load.Parser).ParseAll(t.Context(), fs, nil)
	if len(left) > 0 {
		t.Fatal(left[0].Err())
	}
	return docs
}

// names are what subjects are called, in alphabetical order.
func names(x *roles.Index, of []roles.Subject) string {
	var out []string
	for _, s := range of {
		out = append(out, x.Name(s))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// headings says, by heading, whom each section of documents is about.
func headings(x *roles.Index, docs []knowledge.Document) map[string]string {
	out := map[string]string{}
	for _, d := range docs {
		out[d.ID] = names(x, x.About(d.ID, -1))
		for i, s := range d.Sections {
			out[s.Heading()] = names(x, x.About(d.ID, i))
		}
	}
	return out
}

// TestSectionsAreAboutSomebody expects sections to be about whom a reader would take them to be
// about.
func TestSectionsAreAboutSomebody(t *testing.T) {
	for name, c := range map[string]struct {
		files [][2]string
		want  map[string]string // heading or document -> names
	}{
		"a page a role": {[][2]string{{"baker.md", "# Baker\n\nA baker bakes bread. Bakers start at four.\n\n## Hours\n\nFrom four to noon.\n"}},
			map[string]string{"baker.md": "Baker", "Hours": "Baker"}},
		"one page of many": {[][2]string{{"roles.md", "# Who does what\n\n## Roles\n\n### 1. Deck Officer\n\nKeeps watch.\n\n#### Rest\n\nSix hours.\n\n### 2. Cook\n\nCooks.\n\n## Leave\n\nThirty days.\n"}},
			map[string]string{"roles.md": "", "Leave": "", "1. Deck Officer": "Deck Officer", "Rest": "Deck Officer", "2. Cook": "Cook"}},
		"the role of the …": {[][2]string{{"p.md", "# Mentors\n\n## The Role of the Wayfinder\n\nA wayfinder helps newcomers.\n\n## A Wayfinder's Responsibilities\n\nMeet weekly.\n"}},
			map[string]string{"The Role of the Wayfinder": "Wayfinder", "A Wayfinder's Responsibilities": "Wayfinder"}},
		"levels by number and code": {[][2]string{{"d.md", "# Developer\n\n## D1 - Developer 1\n\nLearns.\n\n## D2 - Developer 2\n\nBuilds.\n"}},
			map[string]string{"d.md": "Developer", "D1 - Developer 1": "Developer 1", "D2 - Developer 2": "Developer 2"}},
		"levels by rank": {[][2]string{{"e/engineer.md", "# Engineer\n\nBuilds.\n\n## Pay\n\nSome.\n"}, {"e/senior-engineer.md", "# Senior Engineer\n\nDesigns.\n\n## Scope\n\nWide.\n"}},
			map[string]string{"e/engineer.md": "Engineer", "Pay": "Engineer", "e/senior-engineer.md": "Senior Engineer", "Scope": "Senior Engineer"}},
		"a level of the page's role": {[][2]string{{"k.md", "# Working as a lighthouse keeper\n\nA lighthouse keeper keeps the light.\n\n## Grades\n\n### Assistant keeper\n\nAn assistant keeper learns.\n"}},
			map[string]string{"k.md": "Lighthouse Keeper", "Assistant keeper": "Assistant Keeper"}},
		"levels alone": {[][2]string{{"k.md", "# Diver\n\nA diver dives.\n\n## Level 1\n\nTen metres.\n\n## Level 2\n\nThirty metres.\n"}},
			map[string]string{"k.md": "Diver", "Level 2": "Level 2"}},
		"levels of nobody in particular": {[][2]string{{"l.md", "# Our levels\n\n## L3\n\nAsks.\n\n## L4\n\nActs.\n"}},
			map[string]string{"l.md": "", "L3": "L3", "L4": "L4"}},
		"a ladder of a field": {[][2]string{{"f.md", "# Backend Engineering Framework\n\n## Level 1\n\nLearns.\n\n## Level 2\n\nBuilds.\n"}},
			map[string]string{"f.md": "Backend Engineering", "Level 1": "Level 1"}},
		"two side by side": {[][2]string{{"a.md", "# Tech Lead\n\nA tech lead owns the system.\n"}, {"v.md", "# Tech Lead vs Engineering Manager\n\n| Tech Lead | Engineering Manager |\n|---|---|\n| System | People |\n"}},
			map[string]string{"v.md": "Engineering Manager, Tech Lead"}},
		"front matter": {[][2]string{{"n.md", "---\nrole: Night Wanderer\naliases: [rambler]\n---\n# Out at night\n\nWalks.\n"}},
			map[string]string{"n.md": "Night Wanderer", "Out at night": "Night Wanderer"}},
		"somebody else's heading": {[][2]string{{"pm.md", "# Project Manager\n\nA project manager plans.\n"}, {"j.md", "# The board\n\nUse it.\n\n## The Project Manager's role on the board\n\nOpens it.\n\n## Working with project managers\n\nBe kind.\n"}},
			map[string]string{"j.md": "", "The Project Manager's role on the board": "Project Manager", "Working with project managers": ""}},
		"a word after of": {[][2]string{{"head.md", "# Head of Rigging Practice\n\nThe Head of Rigging Practice is responsible for rigging. As a Head of Rigging Practice you lead.\n"},
			{"roles.md", "# Roles here\n\nSome.\n\n## Rigging Practice\n\nRigs.\n\n## Sail Practice\n\nSews.\n\n## Seniority\n\nBy age.\n"}},
			map[string]string{"head.md": "Head of Rigging Practice", "Sail Practice": "", "Seniority": ""}},
		"a file's name and its opening": {[][2]string{{"overviews/data-engineering.md", "# Overview\n\nData engineers are responsible for pipelines.\n"}},
			map[string]string{"overviews/data-engineering.md": "Data Engineer"}},
	} {
		docs := parse(t, c.files...)
		x := roles.New(docs)
		got := headings(x, docs)
		for at, want := range c.want {
			if got[at] != want {
				t.Errorf("%s: %q is about %q, want %q; found %v", name, at, got[at], want, x.Roles())
			}
		}
	}
}

// TestNoRoleIsInvented reads pages that are about nobody's role.
func TestNoRoleIsInvented(t *testing.T) {
	for _, page := range []string{
		"# Leave\n\nEvery employee has thirty days. Ask your manager two weeks before.\n\n## Sick leave\n\nTell your manager.\n",
		"# Getting started\n\n## Setting up your computer\n\nInstall the package manager.\n\n## Your first day\n\nMeet your buddy.\n",
		"# Renaming master\n\nWe call the branch main now. Rename master in your clones.\n",
		"# Interviewer training\n\nInterviewers learn to ask. The training takes a day.\n",
		"# Text editors\n\nUse the text editor you like. A text editor saves time.\n",
		"# Security\n\n## Password managers\n\nUse a password manager.\n\n## Servers\n\nServers are patched weekly.\n",
		"# Pay days\n\nWages go out on the tenth. Workers get a slip.\n",
		"# Travel\n\n| Carrier | Class |\n|---|---|\n| Train | Second |\n",
		"# Managing managers\n\nTo assess a manager, look at the balance. Managers have much to balance.\n",
		"# Docker\n\nDocker runs containers.\n\n## Builder\n\nStarts a build.\n",
		"# Values\n\n* **Owner**: acts like one\n* **Maker**: tinkers with things\n* **Master**: learns for life\n",
		"# Levels\n\n## Technology\n\nLearns the tools.\n\n## People\n\nSupports others.\n\n## Influence\n\nReaches the team.\n",
		"# Working at Brass Tech\n\n## What staff expect of Brass Tech\n\nBrass Tech pays.\n\n## Brass Tech's expectations of staff\n\n" + strings.Repeat("Brass Tech is by the harbour. Come to Brass Tech at nine. ", 10),
		"# Ladder for tests\n\n# Requirements\n\n## Level 1\n\n### Server\n\nRuns.\n\n## Level 2\n\n### Server\n\nRuns well.\n",
	} {
		docs := parse(t, [2]string{"page.md", page})
		if found := roles.New(docs).Roles(); len(found) > 0 {
			t.Errorf("%q: found %+v", page, found)
		}
	}
}

// TestPassagesAreAboutSomebody expects items, rows and columns to be about those whom they
// describe.
func TestPassagesAreAboutSomebody(t *testing.T) {
	docs := parse(t,
		[2]string{"levels.md", "# Our levels\n\n- Engineer 1 (IC2): Learns with help.\n- Engineer 2 (IC3): Is an effective team member.\n"},
		[2]string{"sre.md", "# Ladder\n\n| Category | Junior SRE (L1) | Senior SRE (L3) |\n|---|---|---|\n| Mastery | One tool | The stack |\n"},
		[2]string{"vocab.md", "# Words\n\n- **Sprint** - Two weeks.\n- **Product Owner (PO)** - The product owner holds the vision. They decide.\n"},
	)
	x := roles.New(docs)
	if got := names(x, x.Passage("levels.md", 0, 1)); got != "Engineer 2" {
		t.Errorf("the second item is about %q", got)
	}
	if got := names(x, x.Column("sre.md", 0, 0, 2)); got != "Senior SRE" {
		t.Errorf("the third column is about %q", got)
	}
	if got := names(x, x.Passage("vocab.md", 0, 1)); got != "Product Owner" {
		t.Errorf("the second word is about %q", got)
	}
	if got := names(x, x.Passage("vocab.md", 0, 0)); got != "" {
		t.Errorf("the first word is about %q", got)
	}
	if got := names(x, x.Opens("As a product owner, you decide.")); got != "Product Owner" {
		t.Errorf("the sentence is about %q", got)
	}
	if got := names(x, x.Opens("Ask the product owner.")); got != "" {
		t.Errorf("a sentence that only mentions somebody is about %q", got)
	}
}

// TestAliases finds the other names of roles.
func TestAliases(t *testing.T) {
	const inspector = "# Bridge Inspector\n\nA bridge inspector looks at bridges.\n"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"brackets":          {inspector + "\nEvery bridge inspector (BRIN) has a hammer.\n", []string{"BI", "BRIN"}},
		"a list of names":   {inspector + "\n## Also known as\n\nspan checkers, deck warden\n", []string{"BI", "deck warden", "span checker"}},
		"a sentence":        {inspector + "\nA bridge inspector is also called a span inspector.\n", []string{"BI", "span inspector"}},
		"its own sentence":  {"# Developer\n\nRole also known as programmer or software engineer, requires skill.\n", []string{"programmer", "software engineer"}},
		"heading":           {"# Technical Program Manager (TPM)\n\nDrives programs.\n", []string{"TPM"}},
		"another's meaning": {inspector + "\nBridges (GATES) are tested.\n", []string{"BI"}},
	} {
		found := roles.New(parse(t, [2]string{"page.md", c.text})).Roles()
		if len(found) != 1 || !slices.Equal(found[0].Aliases, c.want) {
			t.Errorf("%s: %+v, want aliases %q", name, found, c.want)
		}
	}
}

// TestAFileNamesItsRank finds a role by a rank that only its file's name has.
func TestAFileNamesItsRank(t *testing.T) {
	x := roles.New(parse(t, [2]string{"roles/mid_rigger.md", "# Rigger\n\nA rigger rigs.\n"}, [2]string{"roles/senior_rigger.md", "# Senior Rigger\n\nPlans.\n"}))
	if got := names(x, x.In("mid vs senior rigger").Subjects()); got != "Rigger, Senior Rigger" {
		t.Errorf("named %q", got)
	}
}

// TestARoleIsNotItsField tells somebody from a team whose name has the same words.
func TestARoleIsNotItsField(t *testing.T) {
	x := roles.New(parse(t, [2]string{"m.md", "# Delivery Manager\n\nA delivery manager delivers.\n"},
		[2]string{"f.md", "# Delivery Management Framework\n\n## Level 1\n\nLearns.\n\n## Level 2\n\nActs.\n"}))
	if got := names(x, x.In("What does a delivery manager do?").Subjects()); got != "Delivery Manager" {
		t.Errorf("named %q", got)
	}
	if got := names(x, x.In("What is expected in Delivery Management?").Subjects()); got != "Delivery Management" {
		t.Errorf("named %q", got)
	}
}

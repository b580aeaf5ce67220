package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

// TestNothingOfAnotherRole asks about roles and levels in small folders, and wants
// what is said of just those: never what another one does.
func TestNothingOfAnotherRole(t *testing.T) {
	engineer := [2]string{"engineer.md", "# Software Engineer\n\n## Your role\n\nAs an engineer you plan the work and build features with tests.\n"}
	head := [2]string{"head.md", "# Head of Business Analysis\n\n## Key responsibilities\n\n- Grow the practice\n- Hire and coach the team\n"}
	lead := [2]string{"lead.md", "# Lead Software Engineer\n\n## Responsibilities\n\n- Steer the design\n- Coach the engineers\n"}
	developer := [2]string{"developer.md", "# Developer\n\n## D3 - Developer 3\n\n* **Specializes**: is the one to ask about a tool\n* **Designs**: designs features\n\n" +
		"## D4 - Developer 4\n\n* **Evangelizes**: brings new tools to the team\n* **Owns**: owns the operation\n"}
	grades := [2]string{"pilot.md", "# Harbour Pilot\n\nA harbour pilot guides ships.\n\n## Levels of a harbour pilot\n\n" +
		"| Level | Duty | Note |\n|---|---|---|\n| Mate | Ties knots | Young |\n| Master pilot | Guides ships | Old |\n"}
	sre := [2]string{"sre.md", "# Ladder\n\n| Category | Junior SRE (L1) | Senior SRE (L3) |\n|---|---|---|\n| Mastery | Knows one tool | Knows the whole stack |\n| Reach | Own team | Several teams |\n"}
	programmers := [2]string{"prog.md", "# Ladder\n\n| Category | Lead Programmer (L4) | Principal Programmer (L5) |\n|---|---|---|\n| Scope | One team | All teams |\n"}
	list := [2]string{"levels.md", "# Our levels\n\n- Engineer 1 (IC2): Learns with help.\n- Engineer 2 (IC3): Is an effective team member.\n"}
	tech := [2]string{"lead.md", "# Tech Lead\n\nA tech lead owns the system.\n"}
	baker := [2]string{"baker.md", "# Baker\n\nA baker bakes bread. Bakers start at four.\n"}
	coding := [2]string{"both.md", "# Two ways to lead\n\n| Tech lead | Engineering manager |\n|---|---|\n| Coding 30% of the time | Coding 0% of the time |\n| Owns the system | Owns the team |\n"}
	for _, c := range []struct {
		q     string
		files [][2]string
		says  []string
		never []string
	}{
		{"What does a software engineer do?", [][2]string{engineer, head}, []string{"build features"}, []string{"Grow", "Hire"}},
		{"What is a software engineer responsible for?", [][2]string{engineer, head}, []string{"build features"}, []string{"Grow", "Hire"}},
		{"What does a software engineer do?", [][2]string{engineer, lead}, []string{"build features"}, []string{"Steer", "Coach"}},
		{"What does a lead software engineer do?", [][2]string{engineer, lead}, []string{"Steer the design", "Coach"}, nil},
		{"What does a tech lead do?", [][2]string{tech, baker}, []string{"owns the system"}, []string{"bread"}},
		{"What is a tech lead?", [][2]string{tech, baker}, []string{"owns the system"}, []string{"bread"}},
		{"What does a baker do?", [][2]string{baker, tech}, []string{"bakes bread"}, []string{"system"}},
		{"What does an account manager do?", [][2]string{{"am.md", "# Account manager\n\nAn account manager keeps customers happy.\n"}, baker}, []string{"keeps customers happy"}, []string{"bread"}},
		{"What does a harbour pilot do?", [][2]string{{"hp.md", "# Harbour pilot\n\nA harbour pilot brings ships in.\n"}, baker}, []string{"brings ships in"}, []string{"bread"}},
		{"What does a ship builder do?", [][2]string{{"sb.md", "# Ship builder\n\nA ship builder builds hulls.\n"}, baker}, []string{"builds hulls"}, []string{"bread"}},
		{"How do I judge a manager?", [][2]string{{"mm.md", "# Managing managers\n\nTo judge a manager, look at the balance.\n"}, baker}, []string{"look at the balance"}, []string{"bread"}},
		{"What does a developer 4 do?", [][2]string{developer}, []string{"new tools", "owns the operation"}, []string{"designs features"}},
		{"What does a D3 do?", [][2]string{developer}, []string{"designs features"}, []string{"owns the operation"}},
		{"What's the difference between a developer 3 and a developer 4?", [][2]string{developer}, []string{"designs features", "owns the operation"}, nil},
		{"How does a junior SRE's mastery differ from a senior SRE's?", [][2]string{sre}, []string{"one tool", "whole stack"}, []string{"Several teams"}},
		{"Lead programmer vs principal programmer?", [][2]string{programmers}, []string{"One team", "All teams"}, nil},
		{"What is expected of an Engineer 2?", [][2]string{list}, []string{"effective team member"}, []string{"with help"}},
		{"what does a T.P.M. do?", [][2]string{{"tpm.md", "# Technical Program Manager\n\nA technical program manager drives programs.\n"}, baker}, []string{"drives programs"}, []string{"bread"}},
		{"How much of the time does an engineering manager code?", [][2]string{coding}, []string{"0%"}, []string{"30%"}},
		{"What does a harbour pilot do?", [][2]string{grades, baker}, []string{"guides ships"}, []string{"bread"}},
	} {
		a := parse(t, c.files).ask(t, c.q)
		text := a.Text()
		if a.Kind != knowledge.Answered {
			t.Errorf("%q: %s: %s", c.q, a.Kind, text)
			continue
		}
		for _, s := range c.says {
			if !strings.Contains(text, s) {
				t.Errorf("%q: does not say %q: %s", c.q, s, text)
			}
		}
		for _, s := range c.never {
			if strings.Contains(text, s) {
				t.Errorf("%q: says %q, which is another's: %s", c.q, s, text)
			}
		}
	}
}

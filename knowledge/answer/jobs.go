package answer

import "careeradvisor/knowledge/text"

// jobNouns are the nouns with which names of jobs end. They tell that "engineering
// manager" is a job, so that the advisor can say that it does not know that one.
var jobNouns = text.Set(`
	agent apprentice assistant associate clerk controller coordinator director entrepreneur executive facilitator founder intern
	lead leader
	manager master moderator officer operator owner partner planner pm president principal representative secretary specialist
	supervisor technician
	administrator architect coder designer developer engineer programmer tester
	accountant advisor advocate analyst auditor banker broker buyer consultant economist evangelist liaison marketer
	receptionist recruiter
	salesperson strategist trader
	archaeologist astronomer biologist chemist geologist historian mathematician meteorologist physicist psychologist
	researcher scientist statistician actuary
	coach dean lecturer librarian professor teacher trainer tutor
	attorney detective guard inspector investigator judge lawyer notary paralegal policeman policewoman prosecutor
	counsellor counselor dentist doctor midwife nurse paramedic pharmacist physician surgeon therapist veterinarian
	actor animator artist athlete conservator curator editor interpreter journalist musician photographer producer reporter
	translator writer
	baker barber bartender builder butcher carpenter chef cook dispatcher driver electrician farmer firefighter fisherman
	forester
	gardener hairdresser mechanic painter plumber ranger soldier steward stewardess surveyor tailor waiter welder
	captain keeper pilot sailor
`)

// noJobAlone are words that name a job only behind another: a "scrum master" works, a
// "master" is a degree, and to "lead" is something that one does.
var noJobAlone = text.Set("lead master")

// plainQualifiers say "just that job": the "traditional product manager" of a
// comparison is the product manager.
var plainQualifiers = text.Set(`
	average classic common conventional general nontechnical normal ordinary plain regular standard traditional typical usual
`)

// ranks are words before a job's name that set its level or praise who has it, and
// make no other job of it.
var ranks = text.Set(`
	entry junior mid level mid-level senior staff lead principal associate assistant chief head
	aspiring future new experienced qualified certified skilled specialised specialized good great successful
`)

// notInJobName are words that often stand before the name of a job without being
// part of it: verbs and nouns of headings and questions.
var notInJobName = text.Set(`
	become becoming becomes being enter entering join joining meet move moving preparing prepare switch switching train training
	transition unlocking
	hire hiring hired employ employing earn earns pay paying salary average benefits reasons interview interviewing report
	reports reporting
	compared comparing differ difference differences versus vs type types level levels
	defining definition duties responsible responsibilities skills life spend suited
	aspect company companies many multiple several title term position called
`)

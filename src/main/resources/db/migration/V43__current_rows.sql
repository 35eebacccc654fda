-- What is asked in more than one place has one definition.

-- What counts in the present round: assignments that no later round has replaced.
create view current_assignment as
select * from assignment where superseded_at is null;

-- What somebody said last in an assignment, whether it still counts or not: corrections are rows of their own.
create view latest_judgement as
select j.* from judgement j
where not exists (
  select from judgement later where later.assignment_id = j.assignment_id and later.id > j.id);

-- What counts: the latest judgement of each assignment of the present round, with its package.
create view current_judgement as
select j.*, a.work_package_id
from latest_judgement j join current_assignment a on a.id = j.assignment_id;

-- From which day a post stands: how long it has been vacant counts from there. Older posts do not know.
alter table post alter column made_on set default ((now() at time zone 'Asia/Shanghai')::date);

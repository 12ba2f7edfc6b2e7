# An idea may travel, step by step; each step is taken back by itself, and the nearer one takes the farther one along.
> /idea
< Please choose your language.
< يرجى اختيار لغتك.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> [English]
< Great that you have an idea!
< May we save it and show it to the local team?
  [1 Yes, save it]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> my permissions
< There is nothing saved about you.
< Great that you have an idea!
< May we save it and show it to the local team?
  [1 Yes, save it]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, save it]
! Consented idea True en tap
< What is hard for people where you live?
  [Back]
  [Person]  [Help]  [Language]
> No place to meet
< Who has this problem? You can tap more than one. Then tap “Done”.
  [1 Older people]
  [2 New in this country]
  [3 Disability, long illness]
  [4 No work for over a year]
  [5 Raise children alone]
  [6 Care for someone]
  [7 Young, no school or work]
  [8 Mental-health difficulty]
  [9 Live far from others]
  [10 Everyone]
  [11 Someone else]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Done]
< Which village or town is it for?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> Liepa
< What would you like to try?
  [Back]
  [Person]  [Help]  [Language]
> A cafe on Sunday
< Who would do it with you?
  [1 No one yet]
  [2 1 or 2 people]
  [3 A group]
  [4 An organisation]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< What do you already have? You can tap more than one. Then tap “Done”.
  [1 Time]
  [2 Skills]
  [3 A room]
  [4 Tools]
  [5 A car]
  [6 People I know]
  [7 Nothing yet]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< What help do you need first? You can tap more than one. Then tap “Done”.
  [1 Someone to talk to]
  [2 More people]
  [3 A room]
  [4 Money]
  [5 Training]
  [6 Permission]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< How much money could it cost? A guess is fine.
  [1 Nothing]
  [2 Up to €500]
  [3 Up to €2,000]
  [4 Up to €10,000]
  [5 More]
  [6 I do not know]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< How would you notice that it works?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Please check:
< What is hard: No place to meet
< For whom: not answered
< Place: Liepa
< Your idea: A cafe on Sunday
< With: not answered
< You have: not answered
< Help first: not answered
< Money: not answered
< A good sign: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit M-7KM-5Q7 idea en U4
= consent: yes
= problem: No place to meet
= who: not answered
= place: Liepa
= idea: A cafe on Sunday
= with: not answered
= have: not answered
= help: not answered
= money: not answered
= good: not answered
< Thank you. Your idea has the number M-7KM-5Q7. A person from Heide Social Service will write here by Wednesday 3 June.
< You can write MENU at any time.
< May we show your idea to groups in other towns? Without your name.
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> [No]
! Complete M-7KM-5Q7 [{'question': 'regional', 'value': 'no', 'label': 'No', 'message': '15'}]
< Thank you.
  [Menu]
> my permissions
< You said yes to this:
< Saving your idea and showing it to the local team (since Monday 4 May)
< You can change each of these.
  [1 Stop my idea]
  [2 Show in other towns]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Show in other towns]
< Please read this first.
< May we show your idea to groups in other towns? Without your name.
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> yes
! Consented share-regional True en words
! Complete M-7KM-5Q7 [{'question': 'regional', 'value': 'yes'}]
< Thank you. I have written down your yes.
  [Menu]
> my permissions
< You said yes to this:
< Saving your idea and showing it to the local team (since Monday 4 May)
< Showing your idea in other towns (since Monday 4 May)
< You can change each of these.
  [1 Stop my idea]
  [2 Not in other towns]
  [3 Show in other countries]
  [4 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Show in other countries]
< Please read this first.
< May we show your idea to groups in other countries? Without your name.
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> yes
! Consented share-transnational True en words
! Complete M-7KM-5Q7 [{'question': 'transnational', 'value': 'yes'}]
< Thank you. I have written down your yes.
  [Menu]
> my permissions
< You said yes to this:
< Saving your idea and showing it to the local team (since Monday 4 May)
< Showing your idea in other towns (since Monday 4 May)
< Showing your idea in other countries (since Monday 4 May)
< You can change each of these.
  [1 Stop my idea]
  [2 Not in other towns]
  [3 Not in other countries]
  [4 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Not in other countries]
! Consented share-transnational False en tap
! Complete M-7KM-5Q7 [{'question': 'transnational', 'value': 'no'}]
< OK. That has ended now.
< You said yes to this:
< Saving your idea and showing it to the local team (since Monday 4 May)
< Showing your idea in other towns (since Monday 4 May)
< You can change each of these.
  [1 Stop my idea]
  [2 Not in other towns]
  [3 Show in other countries]
  [4 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Show in other countries]
< Please read this first.
< May we show your idea to groups in other countries? Without your name.
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> yes
! Consented share-transnational True en words
! Complete M-7KM-5Q7 [{'question': 'transnational', 'value': 'yes'}]
< Thank you. I have written down your yes.
  [Menu]
> my permissions
< You said yes to this:
< Saving your idea and showing it to the local team (since Monday 4 May)
< Showing your idea in other towns (since Monday 4 May)
< Showing your idea in other countries (since Monday 4 May)
< You can change each of these.
  [1 Stop my idea]
  [2 Not in other towns]
  [3 Not in other countries]
  [4 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Not in other towns]
! Consented share-regional False en tap
! Complete M-7KM-5Q7 [{'question': 'regional', 'value': 'no'}]
! Consented share-transnational False en tap
! Complete M-7KM-5Q7 [{'question': 'transnational', 'value': 'no'}]
< OK. That has ended now.
< You said yes to this:
< Saving your idea and showing it to the local team (since Monday 4 May)
< You can change each of these.
  [1 Stop my idea]
  [2 Show in other towns]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
changed: sharing.regional.1
> [Show in other towns]
< Please read this first.
< May we show your idea to groups in other towns? Without your name. (new)
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> [Yes]
! Consented share-regional True en tap
! Complete M-7KM-5Q7 [{'question': 'regional', 'value': 'yes'}]
< Thank you. I have written down your yes.
  [Menu]
changed: sharing.regional.1
> hello
< Our words about your data have changed. Please read them again.
< May we show your idea to groups in other towns? Without your name. (new) (new)
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> [No]
! Consented share-regional False en tap
! Complete M-7KM-5Q7 [{'question': 'regional', 'value': 'no'}]
< OK. That has ended now.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> (status_done)
> my permissions
< You said yes to this:
< Saving your idea and showing it to the local team (since Monday 4 May)
< You can change each of these.
  [1 Stop my idea]
  [2 Show in other towns]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Stop my idea]
< We stop using your answers. Help for this may end.
< Do you want that?
  [1 Yes, stop]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, stop]
! Consented idea False en tap
< OK. We stop using your answers. Nobody works on them now.
< Write DELETE if we should delete them too.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> my permissions
< You have not said yes to anything yet.
< You can change each of these.
  [1 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> my data
< We make a file with your data. It shows what you wrote.
< Are you alone now?
  [1 Yes, send it]
  [2 No, not now]
  [Back]
  [Person]  [Help]  [Language]
> no
< OK. You can ask for it at any time.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> /need
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, save them]
! Consented help True en tap
< What do you need help with? Tap one, write it, or send a voice message.
< If you would like to start something, tap “I have an idea”.
  [1 Health]
  [2 Help at home]
  [3 Getting around]
  [4 Money and food]
  [5 My home]
  [6 I feel alone]
  [7 I am not safe]
  [8 Work]
  [9 Learning, internet]
  [10 Family, children]
  [11 Papers and rights]
  [12 Something else]
  [I have an idea]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> stop it
< OK. I will not write to you by myself. Write START to go on, or DELETE to delete your data.
  [Start again]
> my permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Pause everything]
  [Back]
  [Person]  [Help]  [Language]

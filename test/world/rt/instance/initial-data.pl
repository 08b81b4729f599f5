# What a new Request Tracker gets before its first ticket: a queue that anybody may write to, and the staff with their rights.
# The staff comes in staff.json, [{login, realName, email, password}]; who has no password gets a token, in tokens.json, {login: token}.
use JSON ();

my $folder = $ENV{DESKCHECK_RT_FOLDER};
my $json = JSON->new->utf8->canonical;
open(my $file, '<', "$folder/staff.json") or die "staff.json: $!";
my $staff = $json->decode(join('', <$file>));

@Queues = ({
    Name => 'Support',
    CorrespondAddress => 'support@harborworks.test',
    CommentAddress => 'support-comment@harborworks.test',
});
@Users = map { {
    Name => $_->{login},
    RealName => $_->{realName},
    EmailAddress => $_->{email},
    Privileged => 1,
    $_->{password} ? (Password => $_->{password}) : (),
} } @$staff;
@Groups = ({ Name => 'Support Staff', Description => 'Who answers tickets, people and agents' });

push @Final, sub {
    my $queue = RT::Queue->new(RT->SystemUser);
    $queue->Load('Support');
    my $group = RT::Group->new(RT->SystemUser);
    $group->LoadUserDefinedGroup('Support Staff');
    my $everyone = RT::Group->new(RT->SystemUser);
    $everyone->LoadSystemInternalGroup('Everyone');

    my $grant = sub {
        my ($who, $object, @rights) = @_;
        for my $right (@rights) {
            my ($ok, $message) = $who->PrincipalObj->GrantRight(Object => $object, Right => $right);
            die "$right: $message" unless $ok;
        }
    };
    $grant->($group, $queue, qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket
        OwnTicket TakeTicket Watch WatchAsAdminCc));
    $grant->($group, $RT::System, qw(ModifySelf SeeGroup SeeCustomField CreateSavedSearch ShowSavedSearches LoadSavedSearch
        EditSavedSearches ManageAuthTokens));
    # Customers that Request Tracker has not met write by mail.
    $grant->($everyone, $queue, qw(SeeQueue CreateTicket ReplyToTicket));

    my %tokens;
    for my $one (@$staff) {
        my $user = RT::User->new(RT->SystemUser);
        $user->Load($one->{login});
        my ($added, $why) = $group->AddMember($user->PrincipalId);
        die "$one->{login}: $why" unless $added;
        next if $one->{password};
        my ($ok, $message, $token) = RT::AuthToken->new(RT->SystemUser)->Create(Owner => $user->Id, Description => 'Writes its tickets');
        die "$one->{login}: $message" unless $ok;
        $tokens{$one->{login}} = $token;
    }
    open(my $out, '>', "$folder/tokens.json") or die "tokens.json: $!";
    print $out $json->encode(\%tokens);
    close($out) or die "tokens.json: $!";
};
1;

package io.quarkiverse.usersession.runtime.secret;

import java.util.Arrays;
import java.util.Base64;

/**
 * Hashes of the empty text, of the most common passwords and of words such as "secret": MD5, SHA-1, SHA-256, SHA-384 and
 * SHA-512, with and without a line break at the end. Computing them at each start would take too long.
 */
final class HashedWords {

    private static final int PREFIX_BYTES = 6;
    private static final int MIN_BYTES = 16;

    /** The first bytes of each hash in base64, as HashedWordsTest creates them. */
    static final String PREFIXES = """
            +1OXg8/M+1qqsIpB+32q+zfS+3Mj5l5q+44XVmiZ+4b7dX0S+64EGwLE+916dm9C+BsOHc1H+GL+okIb+GW1NiOx+HFl4wWw+IF7hwDh+JA8kyBW
            +JbZJlw/+LiXa4fv+OMYPTjm+Olm0eIH+TLmLwgD+U3i+1S1+W9ORZCI+f2s5oPr+ffPMle5+grm+nki+iv2RuSa+lO5HMwb+lhdichR+pvrmeQC
            +up2SUPG+vDFE9tg+woapkMa//d/lhHn//is1491/04CrUoq/1/JIkjN/1QvSJIh/1VDU0WD/F4DjTil/FlIdxK7/GE7Tf1n/Gg82e0Z/HHfFvWS
            /IJSyNxV/JPLB+Gt/L3EwnHI/L64Bk9m/MOiP8cj/N4rLtul/OUM5xZs/OqSD3QS/PM9++E8/PcwttlS/VbajEe4/XXKUYcR/Yl4TlnH/YzbkuT5
            /ZZutEWG/b2OdaZ//b9hgdUq/dfqNWme/gHOKn+6/gHWegAt/iPhXht+/k5KKH94/kPuSAWq/qDx9v7e/rZUHUkq/u6/iE9t/w8Ki2Vv/xqq61mc
            /zJFq+MX0+tTmlVj0+uOeMrS0/Q66WY100XaSWaN06GtNKXw07BzhNET07GrpIUn09SXrDXo0DPiKuNI0DjS2CfY0EmPrJ110EuY9I6P0HY+2qnZ
            0HfyRN740JcHFHV30L4txCG+0M638sc+0QSlmLsD0TZ996SA0UG36Qd50W03evds0WgoWq3p0XF5TFwf0Yn2uI9U0ZVIPJtV0ZWz5VMW0atY+qFZ
            0b76A8ec0bQkCkEF0byNO6Sv0cTVEYc50gBcwgbM0jIQXrWa0kK2MT8y0kyomsKe0lEA/zCv0qBNcTAa0qV9wdiD0qhPS4tl0r01SWfW0uMGSt9T
            0v3ldvRK0ymX6XR70z2Ks49z0z9wAGZ31+B3P+EF1+g+KKBL10/w7o2j11Ttn2Ss131eUDrR16j7swfX1ARVn2Au1B2M2Y8A1CShkf3p1DIOzoyZ
            1UjFuD+m1WXNYZna1WvvaT/q1XVtJfMI1XcnP/iF1aoXKcjC1dTNB2Fq1fhNYlYo1gCYMJjl1hwoUPuW1k8SUY7d1kYD9gOW1lSQK1UO1mLMcs/t
            1mLe/jor1moZn+4K1pmOn0iA1uSptmRs1uk3R2F+1w4l5zTe1whiVKDW1xakGIVp1zpCTXbk1zsEsOaW2+b1dSHk2/zQBSoD203pL5Mw219ax5eC
            23RB/WOj24eFStkh269HDpaM26dnMBDx29V0CisI2B18n4e52BAcl0z92CxOtSYc2D+QC67b2FeO34RY2FsSE0c82Gnbf+Yv2MBbgrGw2MFKMcP0
            2NVaE9sO2NdxCfSi2Oj8otwP2P77QlVo2PRHUJxw2Qauy2HQ2R4bw0KX2R5+4y+d2RCwKHEH2S6/IO1s2TkLLEAR2YmmB6UG2akMuu3o2eZ2LdHI
            2hPDjSkS2hWLx3VV2jmj7l5r2n7d5iN02nx5pOBE2oh6CBgJ2qrW5WBO2tw0EnJW2u9JU7l42wOC0uhD2zl0qX8k3/1gIbsr3/PRdKtO3/bU/13D
            31PKJoJA32VNalpl33D8eZHT34TF1EcJ36ZM83OF36ZQy5hk38RdhMQr3BAgRa4J3GR+tl5n3GhQO4f83HJK8Y+93Hbp8MAA3KZ1OCx/3M/iXowN
            3OMNEGIw3OkOe3Ux3P4QPFyd3QLHwiMn3QUCZc0n3SOhT8hl3SWOAENk3SrfHOob3V/vnBwd3XXw5lL13Y04r4yj3ZXczG0v3a81oZNh3c4mmh49
            3d7zss9H3isUrnSZ3ld5cEeF3pue141+3qpIVllP3vrgQVi53z4SmnIq4/n5pMAe40Pw/9vJ41vs5sXm4237RSSF44rSFJQ946/tAEew47DEQpj8
            496JiYEI4AWy1tmg4BCWuf/j4BJjAYwY4BdpPkoE4D8Miu1T4DbPdfF84DfarxMQ4Eaa3djV4ElClcwd4HjLgKMV4IFaaJOD4IebFDAt4LxgyCcT
            4P7hrfeV4QrcOUm64RGE2oCa4RXPDswL4T78mRqb4VCh7IHo4Z1c1a8D4cES/5CP4cb3m1wv4cuww4ea4e/Jlym+4fSM0SJu4hE24Aya4hhtvbG7
            4kLtO//M4ljSSP2p4o6N9NUg4uH+PyrL4wDmqrP34wJ544Mp4y70oqit4y7xliPo5+gwh4SH51/Yv9Wk514z4UMy51CajAMv53lIBFCZ53mJ7SF1
            55c0rRhE55mfGr8G55uK0is057cAVc/L588+9PF858IrmUxZ59980soH59t0Ji2u5C1fYBkt5CVStW3Q5DWMchv45HTHGxjS5JUSUk9H5K2Tyges
            5KZTz4ne5LTMgTly5NyUPiS35T/SS5eV5VaYdqss5XbQbjEA5Z/5eUEE5bRT9GTS5eL9CIwV5en6G6Me5fi9ibo15fpE8rMc5hHRLGxK5jvHR2P0
            5nwaF1lL5o4Rvotw5sg7KCrr5ubWFUC+5ztI91C+60VdVtLB65wmuu5H69D01P5z6AcheTwk6Afx/Pgt6AtQFwmJ6DZkJVxp6EOaa48B6EqOpDiu
            6IBA59AF6K8OGP9I6KAOXwyn6KSGU4Ue6Kp3WWkV6LMrxNe16NFCC0/06NKGhAxK6NSi9zGi6P3ZQwxp6QSE/hxh6RmnU2Q56TFIgBTg6VcCB94Y
            6VjzK/Qz6W47QL4+6YLxe8vg6YRRX6pD6ZoYxCjL6b/TIeI86c7nGrky6cHQORhN6chLDk9y6cy8pCJB6dbjP8L+6dcfXufJ6f1ECRxj6f5R+U6t
            6fW9K64c6fiGZALl6gQ+y0FR6i/la7jB6lvmBqBk6ly4/wq/6nL3AQ3X6nVwYVXP6oR5iLpZ6qFrnO0L6qYlphae6u+LQoU06vFKAa8j6vLBJ0LL
            6vi0zC7H6wRdeNJz6woZF5di6xeCNygB6xoyJ83D6xtPQCUS7/ieFeqo73l8gRjw7558kFSu75K3eLr+75Kmedic75bDZwvT76Hzdddh76XNX7RG
            77g/Kid+7A4mAxcs7CyD7ey27GZOiJ7W7IYuW1Pm7KNUEm2n7LJSBEte7MV5gRZD7NcYcNGW7YRfi08q7Z09gyr47acXRsAc7b8IpWLV7bAmpcBs
            7eqv8/F37fKrNn0r7fONF0g37gMTF/V87hHLsZBS7iaw3Ur37o2HKPQ17oynqAIp7pd4Btco7quHVYfS7vBgnv377vncL5aq7w+0bdO47w67t3KY
            7xDiJaG17yYOmqPG7z6Mtx1x8//AfpgI83nq88gx86ZxCCh286kZN9ll87u9ZqY988Yt5FWW8ADXGfRS8AQDHoMu8C4yb4AO8CAGnE3U8CrG5+Y6
            8EKtRXoh8G5YUJMg8IfHs8Tg8LvixX3K8NIFbqvN8OTC92xY8TCWNMDE8TPznWnx8TaAOrnC8VwWuZ+C8WHr0paZ8WjM3ZFU8Ykc6oD88ZBaDJUC
            8cpG+/N08dLS+STp8lovxyaQ8obJZJ5h8pFfkgEX8r6Hvh2V8rFPaOuZ8sobtsfp8twBGcna8wqnpmLH8yDi2TAa8ytnx+Jj8zrjvJoi9/+ei3uy
            9/GZfGzR9/u6bgY291U4n9eY91d490Jb98O8HYCO9ALnSQ8S9ApWQQe69D95kySi9E6ykRSc9EFsd6Kr9EeyCn/L9GDIgqGM9JHvhRIR9K/+y+DI
            9KaFPdt69LByYVe/9LPdmZwX9OeodA2w9PDSFU8z9S+9MrKz9WWtj5x29XLTlvrp9d2vDKeS9dEnjoEJ9eLdhf4R9eoFJd1t9k/Nxe7V9k1PCDra
            9kMidDSb9khID9Lm9nYLp90O9qaqhwW89qnlKE0f9sKC2HM99sQzrKwq9xWAldDvA1KorMlJA2sZpvKAA6xnQhbzA8/XQ2YfAAwoVFf8ACvKp74O
            AE+o4HxoAIEM+LlNAIIxqvmZAIxZJsqGAIxwOS46ANFR59OSANWpJzKDAQewGVayAWZuwGBGAY7tbn2SAZICOnu9AZdooOWGAbMHrLpPAbpHGcgL
            AckqdyRPAeCw8QQKAghhyMP+AhNf+RM9AmOCmYm2Aosg+Vy9Ar+rJ1pJAsdfsix1AtnIEyazAwQzwGv+AyXx95t+Azp0CEujB+HXsoMZB+VH2Vhv
            B0qfYmikB2bFLWPlB63XlcHvB6IS/ly2BBaia6VUBE5dEYPtBGGt06aABKK73szvBLUFHgG6BOd7+PlcBPiZbadjBPj/JoJgBQrD+AMDBRNEJrzR
            BRW2k+VrBSzypaYIBVRMO4HgBXF0nirDBXugPWxEBZoAGSWSBaFx+uDbBbYFPEGiBcK5LVHyBcWzMeo+BfIKcXg9Bld71KNaBlng3ihyBoLwB4RK
            BpOjpBt7BqSzl/xwBrIwvZayBsIZ5byDBtgOsMULByaSqhotBzDi7iM+BzE/DjIPBzhcBGHDC+6JsHokC+7Hteo/C+ZK6J3dC0EJhRTpC4Lx/NYE
            C7CdgGAOC7PDDccuCAD8V3KUCE4DQ6BICLe5jFqaCOX4ustjCRNpkWAkCRexOpCRCY9rzUYhCbPEw4RGCcICRMBLCcySA+TzCdKvjdIiCffgLxKQ
            CgqfKmdyCjGQDm6ACk1VqNd4ClAmHr0aCm6hANx1CpIvicF7CpievEp3Cq9LoVsECs9FOaFLCsKaWbmLCsg3pRaGCtZMCP0hCuG5I5EJCuKHE2DB
            CuL4o2jTCuVApeX9CxTVAaWUCzig/m5SD/IZqJseD56jbsHuD6dpVav6DAWGpOj3DF2WYbT7DGj+rjqlDJfydw4+DJiuN0tyDLKQsqm3DM3rWd2h
            DMF1ucDxDMnR6onUDObu8uI8DOrMrn67DPkYCnZKDPqfYAg5DRB9CfW7DWvmmyZHDdPlEmQsDiImtSNfDj51I0q8DpDhqjZIDpX+WO2yDuTcFUC2
            DudWoRlRDwYUDecBDwvyVn7BDxDydyepDxa3ywQWDzWXQL0cDzciBbnCE1+n1nFGE1UDUKhoE1Ydl+QSE2xnZXYUE6YPHhunE6fGVafUE7H37Fvq
            E9jJAJZHEBKJwvNLEJu2tbbVELIilwU3EMGjvnuZEQCiywsSESu3kTBHEUqpusWWEWsXBHGkEYU99A9LEYZ32Ii1EaSmC1GLEdRvTemgEeDu2NNp
            EfCwTtphEfE3gdZLEgOdbdmnEiAf5eICEiWubBrmEpl7wEVyEqYfThc/EqvdMc9iErAyJqbYEt6pb+wgEv5E8FB7ExH4/ICnF/g0EibbF0t9mDRy
            F1zG82KyF2lyKp3CF4Fk+BkXF5yUz0XGF6cSC7nPF7nhxkWIF8KW9H/WF8aZagPiFAvtv5w/FBFnigueFBMftSD2FEH7nEqdFEstdF3FFGwH7yR5
            FHWPGv1EFJGar/DaFMJSnrRJFTLnbb6dFUdRCNrlFZQkTVLyFaX4uIUhFaqw/YuTFblFDcgoFc5now/yFeB/XPCQFeKw08M4Fh69fUUIFhvKLpFz
            FiA9sXRtFiXNt10lFisLMvAkFkTYV9HTFpJSaquEFqMy6JHoFqyFDPJhFr+wtgshFs1XIwV7FtO+vAumG+7XLz/EG+Fo/4N/G08OmFGXG0yRM9pz
            G1BNMyjhG3PgJ+iFG3RaDVADGAz+kpFIGBIQ+PnHGDjjPPdoGF+NsyJxGG73bp1qGKBcUQlxGLbShgp9GMH+DX9RGMKGBN0xGPwhCb6SGQ2ARdxY
            GQrsc4mjGRnhBre8GSIaqYduGTDEa6qoGTyrohcyGV/4v2agGVE/3J2kGXvMKYZFGao5YcirGccrxB85Gec4KJN/GgtgOUz8Gh3JHJBzGhcHu1Tl
            Gjj+ffVoGkfnTg5qGkmk7QDKGltbVCexGnmk1g3mGrV7pIV1GrYOEQ1BGt/On6S8GtK3xaTyGwJopArkGxQs00LRH+KJIFk2H+rs+lMpH0D8ktok
            H2zNK+dfH4rBDyPFH5IzoSEFH9uS5UtZHAcGyh9DHEhgzzcdHFalmDTwHFsMPu38HGMSmunbHGepqrljHHR5Bdi3HIv+j4AdHKWZ5hnnHKztb8oi
            HLJR7A1WHLW9Wp5FHLYV2TPXHQ8oTv4+HR6tlh6HHSKScZKNHSg+Cap+HWwHkUaaHZh8L7lbHZyKwLIFHbv23pzqHfGFQBXjHfN0akcoHgiePFMj
            Hh8siBrgHlNNtjRmHmlHrH+zHoyLby55HqRjcVMAHr3InRvZHsVYpgtdHtdaXR4sHvQa9BdfHwA3Jg/GHzhwvidPI+7rQ0e9I0+I3QpOI0atJ9dW
            I1JL6duhI83BhQe1IAzrJoB9IB8AtcpdICy5YqxZIDng8LknIDtwta6IIEG6sC9TIFQzAua5IFtg7nmRIGPBYI1uIIUEb+zHIL0Xr+jUIOq+XWSw
            IRrFQv7UISMvKXpXISmN+KMnIYG5+VwIIb0S3Bg/IbO/f4FGIc/q9CKWIcZJIyyYIcwoQJcpIdb0DPtRIeG8AkvXIeuNwrq9IfWNJ/gnIlljY7Pe
            ImXaughyInpQbbQwIrQWAlcHIscqqCznIzoMO2UzJ+z0poNcJ03dW7OVJ0Pp7x5uJ1fLPK/DJ1h240z2J1l2CBzhJ2+NsLhuJ8+ESCKUJ8/E9gUG
            J8xplPwcJAvlGPq9JAweq1E+JD5DcqwVJIkCExpzJLkmjCvSJLwH1hH4JOEZOLkJJOsF0YMYJPlQqse5JQ538SpaJTHd6eNBJU/Qbg91JUZaleYi
            JWel7JcFJYYisWiCJb+OGiOTJbxveLEhJdVa0oOqJfaB2Qz9JfnnlDI7Jj/sWIYUJjTDCX+YJk5EHyoAJkoXtO1OJmZRyk8nJmoffC4jJn2kIBQr
            JnInX+DEJpD3/OMFJrumy6nIJsZpzQgUJssCBCxXJtQQtj9GJw+LZKFyK+iMpCQsK2Ty4/n+K4n1VWuhK5XR8JuLK5r7iaasK73pE64TK7gNU3sd
            K9XOAn4rK9gGyX8OKA1Eqx6fKC88Gl56KCnzlTF9KDMZOKfZKGdV+tBIKHQmfUcUKRZHV7H8KTq7a3bXKW7/QvsWKbDXyGuIKfM8q1TCKhQqx4qS
            Ki1ZXm7ZKirHToDlKjFczg4iKjkgrQwOKnKZZBnkKoHTYnNWKpdRbDVLKq5sNclPKq7J8sUZKrljkMfbKsnLfcArKtM0UZaJKv4WptYwKvP0kA9t
            Kvs+uJYbKwAEL3SBKwr7Seg9Kzt/aXXYL1+ypGmpL1SPYb03L1o5D73CL3M0nPxGL7XhNBn8L87JPKdeL90sMky9L9ThxnotLBdk5OCsLBfGOTdx
            LCa0a2j/LDj8trmkLGyKtrqLLHDhK3oGLHT9F+2vLJYUk18ULKP64Th1LL12kkr5LO48YyEILPJNul+wLPhMLOtULSXtT2bBLSe2LFl+LUjtfKbw
            LVpZonixLXZVvsTFLYnmjshRLaOtlubLLczRqz4DLdWTymWZLexUJGHrLh1ZC+f5Lhz6grA1Lj/Od8+MLk73coO8Lmalx+JNLottJDh5LrYEI1dj
            LsCZ8tYCLt8OCysCLw4bQP11LwAwxTUZLxq0zwrbLyc3eINcLyjckJbyM03rz73EM0OJBIuHM0tArxkoM0xKTEL9M7mz3pSkM8LgW2ETMADC1Sy+
            MBY5NcACMBwMnKc1MCdMR5A7MCejndIHMDmAvLnpMEplVSq/MG139Nr2MHJjuwRJMJ7MSJwSMLnnpTU+MMVGH8J7MMZne4M0MOo2pqeKMPeb7DIk
            MT3uC4ubMTp+MyKsMZ9NJuPFMZwyBqfxMa/I192AMau6QTNCMavI8B8SMb/9twHDMbygIJTrMd6i14zEMfxUzPGvMi8xYx3mMllug3YHMlwEPuj2
            MohlFMJiMuwiWWFJMvIaP8p/N015SpXNN3UYbJ7aN6YlnMDBN6juwc4ZN7Ti2CkAN7UdGUp1N8S4ft/8NAAK3sSPNDJxvNVvNFUHFQYqNGJUozK4
            NGV+Fw+WNICAlxodNIc1aW50NIs66iSaNJIurNwXNJq+EnIXNMOu3KUMNMb87KdeNMoGIxTtNNH5H7LlNNLkJVyONO83hRWFNOH9aCDONPtGyEe7
            NRbCU+pYNRn+WtLFNTupD4wLNU2wObAXNUmwAot1NWIAUKhANWdeaPS1NWoZK3kTNX77wS0ENhX4DJ0pNieQminDNihCxbs4NjEKndoqNjlqfk3j
            Nkmq0s55NlCRsmjsNm/kwD6TNm5/yAB1NmIsoXamNnZwMOeQNnbVX4RJNsRTaZbKNsgWhiSwNt0pJTMXNx5OQgn+Ny6gjKszNykNdKxNO/ERSphr
            O/xsfRs4O0iuDVadO11cNxKVO17purCYO4hPel6iO4wi7c1kO77ZwQbOO7Eu2jwpO7LcRtDsO7vxlB+PO8AwCZ38O8W+auI1OCFZakC0OCIfNVMj
            OEqKn2xHOFj2IjCsOHFBVt97OIpW27YqOJtG8ERXOK7WRQuhOKCWOmNkOLBgp1GsOMAefszlOMzqgk6POOC53oF/OPvPruqtOU7BiPWDOaXgSq/3
            Odjz5lwpOe+pyVuIOeXVP7xdOgoQPoLJOiKsF4WrOktfL4AaOlJXpxsKOm6weQ85OmlML9o/OnvT4jYKOoBd9mfsOowIj5z+OrPgsCCmOrtmd680
            Os0L6G3nOs1eOatUOuCuYAIdOw/g00LpOwizzFnNP+TcMNiEP0G5jFmnP0SojQmMP3WqkmbAP3hoUOOHP4ojCZ6CP6q5W0EgP8CnrPCHPB3tMqnX
            PBIdjopBPCXbvCdIPDsnTRGfPEaenWxYPFbdXtYaPG4LipwVPImzwz/LPIufS5g6PJkJr+wlPJww2fZlPKGzYSXPPM11Q/OUPRywPjNdPSMoM/K4
            PTT9QWXRPU8r8H3BPYeG/LWIPaVBVZkYPbEmlzWfPeT5Af/7Pfp2/ZpuPiPoFgA5PjzkHQClPncFSY6LPooZwRzDPqh6Vto4PsausW6sPuiKdNNy
            PupvMYnyPvCHJwo2PwaN2oE2Pzrx7Ou9Q+0xMzZ6Q/2nonnYQ/k6ll69Q1WkaxnTQ1tBBo6GQ1xVSi6cQ4gmhmaYQ6M30vk4Q7kJIECWQ8GDXOui
            Q8WhvHoqQBW8nukeQBX2pVgkQBsJ6rPAQCA6vm6BQCUJjZSRQIsn0wl+QJPlsA2AQJeIkjaiQL0AFWMIQL5OWbmiQNLfe2ApQOX90AEKQP0r00/b
            QP4tQHIoQQC+l94AQTvG2wO9QXIS/RyLQYUR0oYcQZTRcG7RQa5hYJjcQahXw0HjQamQfLv9QbRjk7UXQbigTcuMQc7oN1o+Qe325h7UQhqpDgef
            QjMTfRxRQjUie1FDQkG5hqSVQpf0SxOVQsXCMZYHQuzf8fA0QvNCIMJrQvcRMETAQvdJref5Qw+psJ00QwAFF1xMQxzweyPQQzuEc1RER/BdNnsM
            R1tFtrNTR4S5ezuOR5GnfEtjR5WhwlFwR6IEdbJgR8XCjK4lRCE/n01ZRCorKTdkRHBwZeu4RJsJLHzaRKzPSmIhRMe+SCJuRP5DHNyJRP8aHNx1
            RS3ORAV9RSNdm51/RSjmp7uTRVPc6wQ5RVoFlQcaRWtwFqkWRaRGlWzjRd8hTuaiRdFxPZvIRerj4KhURf0vnfGHRhwWYHxIRisHj7kxRlXptMif
            Ro3zbQjoRoIXFl+7RqnVvecYRsrxD4HfRssJNLwaRuPXcqGIRuyFCrxuRvM7MRTjRzKH+CmNRzOjM9KbS/lE7UbJS/mfxaqWS15X9usvS1wv3xla
            S7DhWV9mS8lP3VmlSAWODJm/SB9swFERSBNJTRN+SBgazSKzSCyBHaXVSDsoSHCFSEcsiqdYSG6kYiTRSHhzlfSXSMmNUAfZSO/EhR4VSOQr6enz
            SRVL3ghGSSDz5VSDSZYN5YgOSdXFd/KBSiUaLvm7SkHaPbS6SknbGf+GSl/LL9BLSmLPbuP4SmkBO+nwSpvVCFuTSqz5yFjISsHc9J2LStKOSmRh
            Swr+JQYlSy/T0CLKSyH/8BB9T1Wr4eaVT8JoXJ/tTADlcz2oTJGE83z/TJp1zKcXTKZai9vqTL286aadTLTVglQ8TLnIqASPTNDiGpoHTOGAhdUK
            TPW8Wb7pTPuIDps9TQ+0dbJCTQA9FDXwTR2pg3sXTTIWjnfuTVuAt6jJTWaYweayTXVak152TctrIcY+Te2Js/nwTf9Oo0DwTfFrlWu9ThJDvSLG
            Thy7AIrKTl5JT6MWTnZDTuo8Tnr+vPuuTqjSM1tDTuksfHkJTxx7zsG5Tyaur9sjTyfVDJnZTyhdDAzHU3f15IrxU4WoOHwTU5N+QyUIU5q1X1lH
            U7zk8d+gUA3Uu5b2UAzcm/dFUBH0JR4+UBrMJX66UDMPgbr9UDjhhxIWUE8AjI/PUHddXz+CUNhY4JheUODcRFW8UQvvmyfkURWWrMTgUU7OQxna
            UVeAYQcCUXeljcZcUXzC6s0NUY8+FZalUZbCL33UUZk4k+7hUh/lyezhUhibJ9AnUhuczvvNUiGODrZzUiqmBqcgUisnajVrUkItfN41Umd2iCLu
            Unv8LukRUnvVtdaJUoP1FPUVUqPns8SCUsdtp8VrUumHGPASUxFiYWAtUxdbzAUkUzNqZ2xkV/F4F8huV/goijg9V0bQJPsOV1M5P+BZV2lWtSka
            V5A6+HnAV6sTCLyQV7KtmQRNV9/M6es/V9hRYtibV9sSU7aLVAU9uZtJVBbXzW7xVF6lOEYQVIVolk+wVIXMmzNlVIiJdL9nVJMZboOJVKWbnyKw
            VLhhfsoOVLnjj8BZVLrUdXrQVSwLpxsQVTV5M6cxVefdMBbOVqEJuw8NVwBzAjCCVx6KeFHMVyM2DvEQW/+c7JT1W17xVtILW3IrMH/OW4zWxw5R
            W50HrZwbW6ph5Mm5W7Sue+fTWAdxHLkeWB1ZGjkoWCjdLf5SWCplrXJeWEShXnZWWEs//MtkWF1PRy6iWJG1tSLVWKPOnylPWKd1ukESWM57A0I2
            WN1O46sgWQPD5F3WWReFt5RgWUd/zuQHWWYaQwAaWXY8XHl6WYkMaEhfWZRHGrsBWcgm/IVBWeF0h3dEWhBei51AWk1hq4OuWm5IEF/qWmJezK4N
            Wo0tc0oTWoFIPZawWpsYH1jLWrVXyTfjWsKsW6lNWtUbTGgiWwGr+1WFX+zrZv/IX/Dn8Q+zX/FiVdRmX03MO1qnX3z8XOsPX5FVDtsDX6M5u7se
            X8/UHlR6XAti61+zXDCgpfUsXENMY8gJXEf7WW4pXEqDltCPXFoVqLCzXG2e3DqVXIBWXbbyXOwXWxZeXUFAKrxLXWS3E5KxXWslhrlgXX8vmm5g
            XXhFrG7nXY61qAqmXaO5h0qYXaOkx/EXXjJdiaX8XlD0BazmXlQyVsSAXmdRHiAlXniGPtH/Xo/5v1W6XohImNooXpIhyL4iXr4ilOzQXrQE64Xy
            XrY7u+AeXs+NLMQQXvDcFHHYXwmxdhSXXyQ/WRQYXzTsC/6sY+/Gj4JdY0ea1poJY0sCextpY2fEjdGTY3/L1L+1Y34u3VVVY3JnI1cLY4Lerx9d
            Y4TishhLY6nw6nu5Y74TQU24YB8YiWZ+YC+uWA9YYCP33JkfYDSgvmIKYGgDFh1iYJdnEsf2YLcl8QycYOg0Q3wlYP3pwjELYQou5ojNYS4sD2IF
            YT8SgnL+YTfN5Ik8YUdw8g8DYXmjXiHaYaJQZeIQYbp0f+L1Yc1yxgoxYcU3r5NGYccvfUTDYcmysX23Ye6LVgGoYeocbVkNYey8Qc2uYhAnRDQF
            YipJTT6oYiqkoPLkYk64jG8rYloTVEJKYmCOCK3CYqXrzObpYrWrgR0BYs23Ag/5YwjY9qfMZ0RBlgyhZ1SvljKiZ35B+JGAZ3RFcAW6Z5GGUrbk
            Z8rdOE5AZAd+n/ukZCDtTYMbZDVrz641ZEo5TNMeZEx7ZJ0xZGSkDCkvZHiTmvi5ZI8s6pNGZINXoEQHZIpqb//9ZJucT2kxZKre+QCiZLK20Sv+
            ZLvhLmLUZNQgJPGnZPzG9rx6ZQJu+XMyZSPli8DuZSx9xofZZT7NT7aAZWZDLbqeZYzud2CLZaDvRd9QZajifYh5Zb7VlCnQZbVej6eTZce62Wgu
            ZeIeoN6IZehL4zUyZejj2Gw5ZijJg9NKZj+tW80yZlfXBRkaZmey0aq2ZnMy+5LLZqBFtFIQZqNud/0AZqWtu4M6ZtayWB1jZuF87mi2ZwsUcorZ
            ZxoNoLoGa+uCox1sa/zEAmtfa0LQDEyma2kJJYcxa4EMkKqaa4ayc/80a5ftaNFOa7JLOvqLaAyiIKAWaEpfk2t4aG90apW2aKpH+TOlaLMp2piT
            aMj3JEtFaNBf6JJ4aNqiCFJ0aPlMg+wHaQQ3aS2QaR1ZULRUaRh/tRsPaT2/Jyk+aT6n/VsBaVm0FZV1aXjDdDC0aYJ1YQ4/ab0j+PbZabrlqxae
            abypm5I4ac7QB4B9acT8i4ODadztH8grag8HMdhKah9fDDQTai99smAKalnwlH9zapR4rHt5apnFdauHasNxzD3JaslIMeOFaszv5Kf/at+xg6Si
            atWv6yZfatdhVo6Zau/ShCvmavKG8FCeawCLr9AvawUFpE1BaxHwx1FzaxYosBbfazmACEW/azpV4CYbaztp/wpAb+NjDusTb0A8zmuzb1kCrCNw
            b7dnXx96bDS6JvLjbI8w5ES5bKE9UspwbSZ2YQhkbTpmm6+8bWE6HuAebXg5KliGbY4fmg+TbZAQsrehbfOWKXp1bhMLHtpmbk2mgJBFblfusNaL
            bm7ZOCmNbq3qwtrebr/mAqO2bt7y10bybuqbfvGRbwGpB1E+bwNhe86KbyPknAksc+6sP6Ggc+8qTt16c/42s6poc/4E5aehc/7/pLf2c1r6R7zO
            c1x0MAVpc2UdZUxbc5wzGrDqc6iNuV+Nc80bFsT7cGN9AygKcH1kHMCecMzZAHM4cNVMmy+TcP+fM5JrcRDtpNCecRKXtbWXcRNFHbtMcTF6dFEW
            cTQxp1CwcUJi2jnJcV3ISTw2cVd/ZkrbcWu1ZyhAcaltErdFcbIRYf+hcceuKUt6cdALdg0Bcfjnl25McnZdxJpecnz9mrNqco20iYnJcoEuMIc0
            cojt0Pw/cqr8hu3QcquZT6LrcrMCvyl6cs/Qly+JcvJdkO9MczWbnbjxczYnKjQ0d/RLkCT9d13CZXzed1u5Ybgdd2RHwXdFd2yzJqsMd395b5au
            d3wbXxu/d693i1Grd6MZVkYhd8fOml2GdCNOmK/ndEqaBW8UdHqPOYOVdIOhuVImdJg5XnK1dJms7UOGdMwcYHmedQRZlfKFdQXWSlTgdW2XuyVr
            dW8Hm8n9dWxBJzLJdXbzoA9tdYGtfcFadYXR9865dZcwqX5DdZt0zkOUdesjIuL1diqEH6oodjAk/F4DdkGcWHMNdlFOUJlkdoQSMg97dqIXO+Y5
            drWOMH1adrzvG1/Rdvi65F6AdwwtGKpOdx5Be53KdyAlAyyXdyDZDw1odyId9gfLe0H4D8aLe0hrSRE7e292kK4qe2FT2ji7e2Tw8gche4C6LMot
            e5N6Q7tne6ncHrN3e9wl0WlOeAP/yupDeBeR9UzAeHhHA5yReHlR6OHQeJIxN8QLeJOIOHOneL7ZDxhoeMH1s3gteNUWf/hMeNwgxuFBeQSYh/L4
            eSS3krH6eT4oTdofeWElramxeYVVg3DweZ0+84k+ef24Kmu7efQ8O5wjeppjfjSRepyltq+EeqGYxby4erUV0SvSesZsDxSNesidOFPDex20TO9Z
            eySvyLyAeyyBE3HWezFNoe3af0yy6gGPf78fPJ48f89Lo5HEfBJ3KAnBfBog0kDofCEUM/AgfCIvspJ9fELl+zYIfEQEajjxfEqNCco3fGoYCzaJ
            fGphxo74fK3h723ufMk7gAXEfMlcfR2RfNjk2qhofOA1nxKFfOm++Pc4fPLbXsJhfPYbwxQzfRBDRz1VfRUHKEpXfRpUEnsifSGjJ8KTfU3B09uP
            fUHa4iuQfUnQLBBTfVSlv/agfXkwN6B2fYZelZskfYoIOM6OfZfpj4r3fd8y4XpqffemgTdWfiu3u4cwfjKnKbEiflsVL89jfmPouO1FfnWfpCIP
            fs/Y+XtHftjCx5CqftoDQgL3ftzXdvOEfvq5oX2pfyCkOdkQfz0pisVWg/+fTg0Wg0PUW0EOg1ikE+r3g5sraeT1g6wwnqN/g83AKXbIgE9Q3bqr
            gGLuEmRrgH/3GzMBgIQTOvoMgIlaMwC7gK3UG7V5gLM2TesJgRqQ4cjogTnGN+S0gUmCycUzgVEyXc26gVmex3rFgWzCBDfYgZQL/hV2gaXLHkaR
            gbBEltpVgbY32PzSgbbZ9+55gcOwgNrVgd8a9O1ygdyb21LQgfj23eiDghvKRaGUgiszrYfBgmInud+1gnzLDuqKgo0/Z6xVgpw4BEAbgw944JD+
            gwu/ibN+gyGKw0wYgzX6VtSHh+49s54qh+4HMHWTh+FTS9hVh0KPxSKAh1uTgIZuh4pDw9JKh78sOBXBh8GxKfuth96eI0pxhDAUYIIPhDxKEWYP
            hE2HeRA7hGVAleiMhHlAZ3OPhITrh91ehJg8YPfahLQEYPg3hLgqPtyThMdrCcslhNlhVoplhP4lF3dwhR+rg3XChSQ40CbAhXOPj5p/hYgxCphn
            hZW7Xj1qhcaU8504hdd0GvJ/hdvhXXXvhephY6HYhfzTRd0shgNdD6oWhiH/28VphkIHSE9UhmZV7yFCho8LEsB+hopqxuHQhqG5B9VLhuA7vFIF
            hvfkN/qlhvlZTbLrhzrJ/+pNi+PJQ7Fgi/u91V5ci0BFlsmEi28ED/j7i32ryVmki7DPbrmxiC2+dEpsiE3dXLRIiEPX+SQWiFHe9xZniHCbnlwk
            iHN12uxiiHVnJxDyiLHMpZBgiLXireWoiNXP7pcoiRDufWjfiRxf7vFxiUsOGda1iWdbrVRLiXG1p9FziXMWkpF2iXf76rycieRte9YtieSV55Qc
            iebJjZKIif06/lTSihqvdGraijO2vOaLijPHnZrwil2lLtEmio3u1EYjio9g7LCbiq4luv8uius20XgHivqEf1CniwS2Ip4RixqZU8Rhj2q/usjI
            j6KTJb6Lj8Qsbd+ZjDJ2UmaCjGl25bVBjGvp7USKjJgOrcsOjK/tIjU4jKbJmxiAjLIjfQZ5jLvPKdnOjNB/Ol/5jSrItY6tjT//3feejUlBFM5G
            jUok+yX4jW40+YeFjXd/OF09jXzPFnUKjZae727KjeR9WqfWjfCdwTEBjhQe8z7LjjKoL6eJjnWK1LyBjrC1cT1bjtYyVoEYjuVJHYmejuwel6xg
            jv/av+FEjw4vduIrk+st9DL3k+xxsieTk/cloHQjk1VxuPeak2oYXKqik5u0agTDk65AXuSKk7vuZHDok8cx8cOokA5DzFXWkAFQmDzSkGD49uH6
            kGZwTygnkHJVgnTJkKTH42UZkKiDTedjkMw1N01SkNNKgk5bkOXzJ9QFkOmkDG/SkRsKB6jKkS7IA7LOkVFECWXPkXUcHlx2kbTRQoI/kbjPMi2C
            kfBgqa1LkfMlJhvKkftkJ2wIkgz49PktkhYYvG2fki0HYGmxkl7lVQj6kl9Dw8+5kmuuX+NNknsvA5XkksI9O1Y6ktTgoq2FkuiaPGnGkutf/uau
            kveBizG5kxJk6YHqkyeeMwi9l+zAiXf9l2B2SFw2l2CoCAiJl2XTwLYDl5gqWxQUlBjcCshNlBlmEI5NlFzejBL3lGBArPgrlI/mA/YdlJysWIsZ
            lKCNof7LlKvLLSdzlO3yjG1tlOfTQfcflPwKCLbulQMz+2IUlRheWmVKlS3nciEBlXLX9OgSlZ7CpSSOlZGBjAfpld0e4Kv0lfBi9OrzlfNlaD25
            lgejpU9dlkiX2diOlnAE0l3klpCVC/eNlpFnQFKYlqU1PmJalquqhdbqlsrjXOipltljLzY1lu5Puf6IlueSGJZelyYlXuwIlysvNR+bm1Ft+aHz
            m1fhf/Tam3HSJL1im7pcU6BUmAFznarkmAavOVLhmAoyv65tmC2ePrmWmHVxDEB+mHq6msQymIX4rwQomIiBrcn8mJhOeP3jmKkGGCzcmL1yrjTh
            mMEf/f3VmN79bucNmNcmasVBmP1xYVsHmSjZGk9emT238oJfmVFDKRhrmVKpfJ7hmYX1zwwYmYnEyehBma3CMbBFmcbwfNKEmdeVuk/pmgqC8MDP
            micfKpFrmjf2w4Z6mkuR/Cb6mldR1azsmmGCSLZNmpAEA6wxmpCDUFvJmpTy47xfmqKocNAAmqVbIZzDmrIW0s89mtBO93jfmtDQHRdmmtTPEuqM
            mtcepA//mtvgswM4munpFmx1mw/vHzA9myHEV67XmzFiSYwhn/GgyC1yn1+XoQa2n1bnYdebn2s/kLhAn4bQgYhMn51RvHDvnFlV/JmmnG15UnVU
            nKaUqQKFnLJqiE3knMKuihunnO7OEM+LnQrFpKm/nScvHz6SnU4eI71bnZ8dmdainZbZ1bGtnZiejSfcnb85Pc5QnfawJqjGngXmgyyvnhB9nTcr
            niGsR3F+ntFRWBnenuCz9+NPnxH8ExEjny/rDx70o1Oo4TVLo3YdnP+ao6Dodjmdo7OlVSK9o7bL0lDvo8pMeCiYoB7a2RwAoC75NKRPoDOlKLYD
            oGPn79KdoGtxZOmJoHXRfz1FoKBfcv2CoKlzsMFQoMfhSy4noQKTpFHaoSrGvdhUoTG14ssDoVLoQXg5oVpwz1dXoXLO3K5HoXT97tMGoXyaqmHo
            oas0SN6QoeUnf6V6oeYA4KO3oskByMbeouSCKpgzox15iRkZoyVOkX/doyrC1xlrp0XWFYMCp2HOOkXZp2UTVP7mp5mPJHvZp7Ih0WXLp9Jq9sfC
            p9OZZZszp9PQ60ADpBWrXMF8pEGxX+mjpEg8571wpHV9dBn/pIneRgXfpNECuyo5pOskx8m0pOwkTRvqpOzI5tPJpPNzhKCJpR3afH/1pTeU0hTc
            pUbRMA9JpYdpNQCjpZGm1Av0pdVZ5oncpi8iJb9wpmWkWSBCpp598wskprj7h57EprqzRUPLpuDdQ3U3pzL7HWe5pzhTBkWwq/eq1kOIq02NKl9I
            q2Vzygy3q44Y706+q4fSS9x0q5Op6V1wq7TlepaQq7ytPyePq8nn6RNdqBvk6bIGqD4qIbgnqDUOrcMEqFP/bMJ7qGhQ3rJ0qGlkn1mtqHg3Sc/4
            qIIbLvC1qIPa/EgNqLZLq9CsqP3CBanxqPQ4/fCvqQesj4W7qUGkxP0MqUKzfM+vqUiQTy8PqUqP5cyxqYv5bp2AqZk+NkcGqbAM+SGMqcCd8N5M
            qcQ76UjFqfQ8CaRxqlQq37ldqnha3KP8qnqoRlwaqpcwIVD8qqF29eHBqqvw05lRqvIVZXwWqvTGHdzFqvn/SI4HqyRmboh/r0Z48wyXr4l4sXl7
            r8hIwxavr9B8Z9sIrDIXBSBjrFZcbQ5qrGi7+SHZrL/UcMIsrL0Y20zCrPfUYVJcrREZcHCKrRYU+SlUrRZbETILrTIr6NDPrYcQm//wrZLkS4g2
            rcH1yHB/rcg7GeeTre6zZ+hKrfQxoVF7rftt0asSrgZm8WH+risfylFZrj00eYKXrkKT8zJbrormrj59rqjbSkYkrsBwZF/lrsgISEW0rsnmmmXN
            rt1touVlrtxOM52srv2adUsZryvb4aqbs+rNM0M7s/lS1dmts1EJQq2ds35QztzTs6kDyH9us6ypLHk+s76mZUq+s78ZUKMCs89dogn+sCYyTGkE
            sD3fPKLnsDmdICn2sEEll9zqsIu7LRIBsJD65HGnsJMV6gnGsODsf6CosQnzu7wksQqNsWTgsRBzITnKsTRaDOR/sUNhQEwHsW7X0ks+sYRjGb1/
            sZRqySSSsaVZXea0sbN3OgXAseJHKTlnsgmXDQDCsl1KDEuXsp98saiqspWrkadKspXRFxNaspjkCKiRsrrUbpa1ss+kGDJnsumK1vbrswuAovwJ
            szTi+fvtt+1d4RBzt/zG5hIUt0oMCPB9t1agnBClt26Yr5qqt5XIcR4yt5iAUIDmt5jbxYm3t6h1/B6itCcOJcn6tESsBmE/tFz/4ITdtGoD7Q2O
            tGx8OeFdtJPUg2SvtMsccxSatQbP7WOVtTApwUK3tTZqLSrJtUun9WIStWQDTUzutXWMtv6ttZkQmHGxtaLJYlBhtbudgBSgtcCxh/4wtlifxqsN
            tmpRGutTtoAAssHWtoYQKdMDtpr177LvtslX8CjptthCP200tuE61T2OtxlgcibTtyJIV/PQu+lgol6ju0csPMK2u4VyElUzu59/8MP/u7su3vZg
            u8zfLvszu952PMCSu96oha32u976KVD0u9vz9u6LuA+lWxI0uCkMsP5DuD77iRAKuED8AtUkuEGRYBcKuHqlJwdyuK2p0Fe7uLy2cWfcuRzRpUeB
            uU0nuZNNuXdtfd9FuZMZw+rBuZwhUT34uZxACvsyueaOG+o+ugEzi6X6uh8lEfwwuhdZ2mnbuhxGThhXuilMD1BcujJTh2rtulCJlChwungWv48B
            unttIHmMuoj7Y23fupASW/2LuqVvfjhiuqWglk0zurEpjZSOurVclEcnv+t43b0vv3fhm39Dv5iInXBnv78JS/AEv7kiQEyFv8OqHFIIv9EDaWHW
            v9Nhdyfqv9bTg3dlvFR3ULknvItcQG1/vLFfghR5vMaeR5iXvNB4hnmwvO96BGJYvRR0k4ExvRyH8FEUvSsar370vUs5s3wTva8Hlzq/vaHd34Ai
            vax6LWuCvcN8B07EvdBw5TrtvdN99GCcvdrq2ORpvfScPDiCvg5QnDMOvgo29A8YvhEEl2fjvhVOI0NAvhrTarKrviw44ob/vjNtFXEHvkF3aLXD
            vl73Z52Ivm/hGHYovmiIOMqGvo5x4qeWvqWVKNkqvqglL/TovsgsWXTcvtEoNlIWvtTvodT9vvV+x/U6vwZxe9rivwen+7glvxWo9InovyFRgbUU
            w+8uXtBQw0mcJylzw0z6aiWNw1gVFoaPw33MjvYdw3iYXWKew5gfqNJuw5l0wBbUw6uP8TcgwAfvWMU3wCELbrnhwDkF/NqywHva4Y7fwIhPzPcU
            wJmkKlVVwKa35mSVwL4GHhHOwLAQnZQ5wLE3/i15wM4N/5mWwQhYFFeEwTR2IRFJwV9yIrc8wVenkDHhwbcCR5RrwcIksDzZwh+Wm18Dwivh+oha
            wke64jlQwkuSRJyHwoUGJShSwp5NnIgkwrrSIjgRwtUXffLowvw1XytSwygtqwV9wzNncBURwzgB2CYox+L3SRAWx+VGAed/x/QGYJe+x3Xnt1ft
            x61Ey612x8k4Tm0hx9dQHX2NxA5/8pOrxEpHG9eMxFoKd0vTxG9iBAdWxHYyalstxHbtpL2LxHzgSsdbxIF4xhrdxKjmU7N2xL1+GankxLvLH77J
            xMpCOKC5xNP6HL7TxPk3X5g0xR3MTg3qxW5b/+96xbc5k4v5xbns7Gs7xcccpaXuxdhHNrpFxgJmqK2txgdGpR8lxhePPC87xljT6sJLxltnuYKw
            xmdX16gzxpIra6ngxqTGWyJ+xquD/HvNxwtd2ev7xygYHwQAxyyQ6G7Fy+DNaMvKy+Ipp7AUy+a+smR5y+phdOc0y+rY/mQPy/2sYAj5y0XGccvF
            y2bsdR+Vy3h3ZEwqyB9SM8/0yCLBtjhTyJoYfC/ByP2JHIh9yP7QDrLoyUQTZN02yVJZ3h/XyVrYRpNwyWMIB2f0yYSu0BSuyYwktnfvye2/043Z
            yiYOBCb3yk+dzyBOymtguQMgynN/EBSkyoTRNDuWypeBEsobyswkLFrOywB1P0WjyyXtJ4Fiz+YB35nsz0gR10/Uz0mG5y3oz4DNiu1Iz4Nd49Tq
            z4PhNX7vz80ghJXVz96nk0AZz9YbinOXzAPnR6avzAaAjLvuzBC6PnLgzCEMQJg8zHj+P8IxzIfizNUazJ1+B4ukzKc7OU2UzMbbUuQ7zNMOT/rL
            zNmUo+r2zOHgDG0dzOxqjJ+SzRg5R29EzSk75s6gzUJATVKtzUSrY0f1zVM0mHr9zW0DsgE7zWNX792WzX1mgAbZzeGSXo+JzjC/fMBGzktendoY
            zlymc9E7zoFSY684zrIHcuDJzs/RGHOYzsBo/qhpzuL748dVzwSgLje3zx6MFOVFzxQ1Dea2zxy20a/j
            """;

    private HashedWords() {
    }

    static boolean has(byte[] hash) {
        return hash.length >= MIN_BYTES && PREFIXES.contains(prefix(hash));
    }

    static String prefix(byte[] hash) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, PREFIX_BYTES));
    }
}
